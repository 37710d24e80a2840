import { Injectable } from '@nestjs/common';
import { ReplyLeavingService } from '#desk/replies/reply-leaving.service.js';
import type { DueWork } from '../due-work.js';

/** Replies whose time to be taken back is over leave. */
@Injectable()
export class SendWaitingReplies implements DueWork {
  readonly name = 'send-waiting-replies';
  readonly everyMs = 500;

  constructor(private readonly leaving: ReplyLeavingService) {}

  run(): Promise<unknown> {
    return this.leaving.leaveDue();
  }
}
