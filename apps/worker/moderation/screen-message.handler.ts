import { Injectable } from '@nestjs/common';
import { type PayloadOf, screenMessage } from '#contracts/jobs.js';
import { ModerationService } from '#desk/moderation/moderation.service.js';
import type { JobHandler } from '#platform/jobs/job-handler.js';

@Injectable()
export class ScreenMessageHandler implements JobHandler<typeof screenMessage> {
  readonly job = screenMessage;

  constructor(private readonly moderation: ModerationService) {}

  handle({ messageId }: PayloadOf<typeof screenMessage>): Promise<void> {
    return this.moderation.screen(messageId);
  }
}
