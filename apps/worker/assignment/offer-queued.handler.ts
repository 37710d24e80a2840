import { Injectable } from '@nestjs/common';
import { offerQueued, type PayloadOf } from '#contracts/jobs.js';
import { AssignmentService } from '#desk/assignment/assignment.service.js';
import type { JobHandler } from '#platform/jobs/job-handler.js';

@Injectable()
export class OfferQueuedHandler implements JobHandler<typeof offerQueued> {
  readonly job = offerQueued;

  constructor(private readonly assignment: AssignmentService) {}

  handle({ departmentId }: PayloadOf<typeof offerQueued>): Promise<void> {
    return this.assignment.offer(departmentId);
  }
}
