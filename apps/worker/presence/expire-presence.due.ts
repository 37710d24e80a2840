import { Injectable } from '@nestjs/common';
import { ConversationPresenceService } from '#desk/presence/conversation-presence.service.js';
import type { DueWork } from '../due-work.js';

/** Consoles that fell silent are taken off the conversations that they had open. */
@Injectable()
export class ExpirePresence implements DueWork {
  readonly name = 'expire-presence';
  readonly everyMs = 2_000;

  constructor(private readonly presence: ConversationPresenceService) {}

  run(): Promise<unknown> {
    return this.presence.expire();
  }
}
