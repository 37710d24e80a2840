import { Injectable } from '@nestjs/common';
import { type PayloadOf, screenMessage } from '#contracts/jobs.js';
import { ScreeningService } from '#desk/moderation/screening.service.js';
import type { JobHandler } from '#platform/jobs/job-handler.js';

@Injectable()
export class ScreenMessageHandler implements JobHandler<typeof screenMessage> {
  readonly job = screenMessage;

  constructor(private readonly screening: ScreeningService) {}

  handle({ messageId }: PayloadOf<typeof screenMessage>): Promise<void> {
    return this.screening.screen(messageId);
  }
}
