import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { derivation } from '#database/transaction.js';
import { Metrics } from '#platform/metrics/metrics.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { linkNext } from './link-events.js';

/** More than so many are not counted one by one. */
const BEHIND = 'SELECT count(*)::int AS n FROM (SELECT 1 FROM unlinked_event LIMIT 100000) u';

@Injectable()
export class ChainingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly metrics: Metrics,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** Adds the next events to the chains of their departments; false when all are. */
  async linkBatch(): Promise<boolean> {
    try {
      const { isMore, gone } = await derivation(this.dataSource, linkNext);
      if (gone.length > 0)
        this.runtime.log.error({ eventIds: gone }, 'events were announced and are not in the record');
      return isMore;
    } finally {
      await this.showBehind();
    }
  }

  /** Also where no link could be added: it is then that somebody has to see it. */
  private async showBehind(): Promise<void> {
    const [behind]: { n: number }[] = await this.dataSource.query(BEHIND);
    this.metrics.auditLinksBehind.set(behind?.n ?? 0);
  }
}
