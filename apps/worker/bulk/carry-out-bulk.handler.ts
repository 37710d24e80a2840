import { Injectable } from '@nestjs/common';
import { carryOutBulk } from '#contracts/jobs.js';
import type { JobHandler } from '#platform/jobs/job-handler.js';
import { BulkCarrier } from './bulk-carrier.js';

/** Which one was ordered does not matter: all that wait take turns. */
@Injectable()
export class CarryOutBulkHandler implements JobHandler<typeof carryOutBulk> {
  readonly job = carryOutBulk;

  constructor(private readonly carrier: BulkCarrier) {}

  handle(): Promise<void> {
    return this.carrier.carryOut();
  }
}
