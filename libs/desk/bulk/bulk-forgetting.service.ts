import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#platform/clock.js';

const KEPT_MS = 30 * 24 * 3_600_000;

@Injectable()
export class BulkForgettingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Removes what is over since long, with its rows. What still waits for its turn stays, however old. */
  async forgetOld(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    await this.dataSource.query('DELETE FROM bulk_act WHERE ordered_at < $1 AND finished_at < $1', [before]);
  }
}
