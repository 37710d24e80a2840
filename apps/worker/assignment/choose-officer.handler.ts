import { Injectable } from '@nestjs/common';
import { chooseOfficer, type PayloadOf } from '#contracts/jobs.js';
import { AssignmentService } from '#desk/assignment/assignment.service.js';
import type { JobHandler } from '#platform/jobs/job-handler.js';

@Injectable()
export class ChooseOfficerHandler implements JobHandler<typeof chooseOfficer> {
  readonly job = chooseOfficer;

  constructor(private readonly assignment: AssignmentService) {}

  handle({ conversationId }: PayloadOf<typeof chooseOfficer>): Promise<void> {
    return this.assignment.assign(conversationId);
  }
}
