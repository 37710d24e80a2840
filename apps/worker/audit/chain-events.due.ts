import { Injectable } from '@nestjs/common';
import { ChainingService } from '#desk/audit/chaining.service.js';
import type { DueWork } from '../due-work.js';
import { halfAtRest } from '../half-at-rest.js';

/** Events that are recorded and not in the chain of their department yet; after an upgrade all of history. */
@Injectable()
export class ChainEvents implements DueWork {
  readonly name = 'chain-events';
  readonly everyMs = 2_000;

  constructor(private readonly chaining: ChainingService) {}

  run(stop: AbortSignal): Promise<unknown> {
    return halfAtRest(stop, () => this.chaining.linkBatch());
  }
}
