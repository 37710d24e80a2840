import { Injectable } from '@nestjs/common';
import type { DueWork } from '../due-work.js';
import { BulkCarrier } from './bulk-carrier.js';

/** Bulk acts whose worker was killed or whose job was lost with Redis. */
@Injectable()
export class CarryOutOverlooked implements DueWork {
  readonly name = 'carry-out-overlooked';
  readonly everyMs = 3_000;

  constructor(private readonly carrier: BulkCarrier) {}

  run(): Promise<unknown> {
    return this.carrier.carryOut();
  }
}
