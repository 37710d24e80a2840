import { Injectable } from '@nestjs/common';
import { AssignmentService } from '#desk/assignment/assignment.service.js';
import type { DueWork } from '../due-work.js';

/** Queues with somebody who could take from them, whichever event was missed. */
@Injectable()
export class OfferEverywhere implements DueWork {
  readonly name = 'offer-everywhere';
  readonly everyMs = 15_000;

  constructor(private readonly assignment: AssignmentService) {}

  run(): Promise<unknown> {
    return this.assignment.offerEverywhere();
  }
}
