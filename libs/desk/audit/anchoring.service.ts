import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { transaction } from '#database/transaction.js';
import { addDays } from '#domain/deadlines/calendar-days.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { anchorDay } from './anchor-day.js';

const IS_ANCHORED = 'SELECT 1 FROM audit_anchor WHERE day = $1';

@Injectable()
export class AnchoringService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /**
   * Fixes how far all chains have come, once, for the day of UTC that ended last. Days are not filled in nor put in order: a
   * clock that jumped ahead and back leaves a gap, or an anchor of a day to come, and each holds for what was there when it was made.
   */
  async anchorDayEnded(): Promise<void> {
    const madeAt = this.runtime.clock.now();
    const day = addDays(madeAt.toISOString().slice(0, 10), -1);
    const known: unknown[] = await this.dataSource.query(IS_ANCHORED, [day]);
    if (known.length > 0) return;
    const root = await transaction(this.dataSource, (tx) => anchorDay(tx, { day, madeAt }));
    // The log is another place than the database: whoever rewrites the one has not rewritten the other.
    if (root) this.runtime.log.info({ day, root: root.toString('hex') }, 'the record of events is anchored');
  }
}
