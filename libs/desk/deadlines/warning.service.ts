import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isDatabaseAway, transaction } from '#database/transaction.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { logSetAside, setAside } from '../conversations/set-aside.js';
import { ringMoved } from './ring-moved.js';
import { warnOf } from './warn-of.js';
import { DUE_WARNINGS } from './warning.queries.js';

/** Warns before a promise is broken. What is due lies in PostgreSQL: no restart and no lost Redis forgets or doubles it. */
@Injectable()
export class WarningService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly nudge: EventNudge,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** In batches, until none is left or it is told to stop. Returns of how many deadlines somebody was warned. */
  async warnDue(stop: AbortSignal): Promise<number> {
    let warned = 0;
    const failed: string[] = [];
    while (!stop.aborted) {
      const due: { conversationId: string }[] = await this.dataSource.query(DUE_WARNINGS, [
        this.runtime.clock.now(),
        failed,
      ]);
      if (due.length === 0) break;
      const ids = [...new Set(due.map(({ conversationId }) => conversationId))];
      warned += await this.warn(ids).catch((error: unknown) => this.warnEach(ids, { error, failed }));
    }
    return warned;
  }

  private async warn(conversationIds: readonly string[]): Promise<number> {
    const now = this.runtime.clock.now();
    const { warned, moved } = await transaction(this.dataSource, (tx) => warnOf(tx, conversationIds, now));
    ringMoved(this.runtime, moved);
    if (warned > 0) this.nudge.nudge();
    return warned;
  }

  /** One of them cannot be derived: it is set aside, and keeps nobody else's warning back. */
  private async warnEach(ids: readonly string[], { error, failed }: { error: unknown; failed: string[] }) {
    if (isDatabaseAway(error)) throw error;
    let warned = 0;
    for (const id of ids) {
      try {
        warned += await this.warn([id]);
      } catch (err) {
        failed.push(id);
        const one = { work: 'deadlines', failed: [{ conversationId: id, error: err }] } as const;
        const news = await setAside(this.dataSource.manager, { ...one, now: this.runtime.clock.now() });
        logSetAside(this.runtime, one.work, news);
      }
    }
    return warned;
  }
}
