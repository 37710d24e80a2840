import { Injectable } from '@nestjs/common';
import { NotificationService } from '#desk/notifications/notification.service.js';
import type { DueWork } from '../due-work.js';

/** What was read long ago is not kept for ever. */
@Injectable()
export class ForgetNotifications implements DueWork {
  readonly name = 'forget-notifications';
  readonly everyMs = 600_000;

  constructor(private readonly notifications: NotificationService) {}

  run(): Promise<unknown> {
    return this.notifications.forgetRead();
  }
}
