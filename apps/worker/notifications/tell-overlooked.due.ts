import { Injectable } from '@nestjs/common';
import { NotificationService } from '#desk/notifications/notification.service.js';
import type { DueWork } from '../due-work.js';

/** Events whose notifying job was lost with Redis or failed for good. */
@Injectable()
export class TellOverlooked implements DueWork {
  readonly name = 'tell-overlooked';
  readonly everyMs = 15_000;

  constructor(private readonly notifications: NotificationService) {}

  run(): Promise<unknown> {
    return this.notifications.tellOverlooked();
  }
}
