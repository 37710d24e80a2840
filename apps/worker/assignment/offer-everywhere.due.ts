import { Inject, Injectable } from '@nestjs/common';
import { AssignmentService } from '#desk/assignment/assignment.service.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import type { DueWork } from '../due-work.js';

/** Queues with somebody who could take from them, whichever event was missed. */
@Injectable()
export class OfferEverywhere implements DueWork {
  readonly name = 'offer-everywhere';
  readonly everyMs = 15_000;

  constructor(
    private readonly assignment: AssignmentService,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  async run(stop: AbortSignal): Promise<void> {
    for (const departmentId of await this.assignment.withQueue()) {
      if (stop.aborted) return;
      await this.offer(departmentId);
    }
  }

  /** What fails in one department does not end the round for those after it. */
  private async offer(departmentId: string): Promise<void> {
    try {
      await this.assignment.offer(departmentId);
    } catch (error) {
      this.runtime.log.error({ err: error, departmentId }, 'a queue could not be offered; it is tried again');
    }
  }
}
