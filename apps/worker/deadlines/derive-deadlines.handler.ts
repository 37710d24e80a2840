import { Injectable } from '@nestjs/common';
import { deriveDeadlines, type PayloadOf } from '#contracts/jobs.js';
import { DerivationService } from '#desk/deadlines/derivation.service.js';
import type { JobHandler } from '#platform/jobs/job-handler.js';

@Injectable()
export class DeriveDeadlinesHandler implements JobHandler<typeof deriveDeadlines> {
  readonly job = deriveDeadlines;

  constructor(private readonly derivation: DerivationService) {}

  handle({ eventId, conversationId }: PayloadOf<typeof deriveDeadlines>): Promise<void> {
    return this.derivation.derive({ eventId, conversationId });
  }
}
