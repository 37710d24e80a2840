import { Injectable } from '@nestjs/common';
import { moveDeadlines, type PayloadOf } from '#contracts/jobs.js';
import { MoveDeadlinesService } from '#desk/deadlines/move-deadlines.service.js';
import type { JobHandler } from '#platform/jobs/job-handler.js';

@Injectable()
export class MoveDeadlinesHandler implements JobHandler<typeof moveDeadlines> {
  readonly job = moveDeadlines;

  constructor(private readonly moving: MoveDeadlinesService) {}

  async handle({ eventId, departmentId, calendarId }: PayloadOf<typeof moveDeadlines>): Promise<void> {
    await this.moving.move({ eventId, departmentId, calendarId });
  }
}
