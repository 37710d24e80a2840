import { Injectable } from '@nestjs/common';
import { OverlookedService } from '#desk/deadlines/overlooked.service.js';
import type { DueWork } from '../due-work.js';

/** Deadlines that a job should have derived: lost with Redis, or failed for good. */
@Injectable()
export class DeriveOverlooked implements DueWork {
  readonly name = 'derive-overlooked';
  readonly everyMs = 15_000;

  constructor(private readonly overlooked: OverlookedService) {}

  run(stop: AbortSignal): Promise<unknown> {
    return this.overlooked.derive(stop);
  }
}
