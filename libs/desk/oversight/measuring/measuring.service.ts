import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { derivation, type Tx } from '#database/transaction.js';
import { Metrics } from '#platform/metrics/metrics.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import {
  apart,
  dueOfSetAside,
  type Failed,
  logSetAside,
  setAside,
  showSetAside,
  takenUp,
} from '../../conversations/set-aside.js';
import { rollUpStale } from '../rollups/roll-up.js';
import { measureConversations } from './measure-conversations.js';
import { waitUntilAlone } from './measurement.queries.js';
import { nextToRemeasure, remeasuredUpTo, takeUnmeasured } from './owed.queries.js';

const EVENTS_AT_ONCE = 400;
const CONVERSATIONS_AT_ONCE = 200;
const ROLLUPS_AT_ONCE = 60;
/** While so many are taken up, what has happened since gets its turn in between. */
const STEPS_AT_ONCE = 20;
const WORK = 'figures' as const;
const DAY_MS = 24 * 3_600_000;

/** Works what happened into the measurements, and the measurements into the rollups. One worker at a time. */
@Injectable()
export class MeasuringService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly metrics: Metrics,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  async measure(stop: AbortSignal): Promise<void> {
    await this.untilDone(stop, (tx) => this.measureNext(tx));
    await this.retrySetAside();
    await this.untilDone(stop, (tx) => this.remeasureNext(tx));
    await this.untilDone(stop, (tx) => this.rollUpNext(tx));
  }

  /** Until a step finds less than it would take. */
  private async untilDone(stop: AbortSignal, step: (tx: Tx) => Promise<boolean>): Promise<void> {
    for (let taken = 0; taken < STEPS_AT_ONCE && !stop.aborted; taken += 1) {
      const isMore = await derivation(this.dataSource, async (tx) => {
        await waitUntilAlone(tx);
        return step(tx);
      });
      if (!isMore) return;
    }
  }

  /** One that cannot be measured is set aside, and keeps no other back. Answers those. */
  private async measureApart(tx: Tx, ids: readonly string[]): Promise<Failed[]> {
    const { failed } = await apart(tx, ids, measureConversations);
    logSetAside(this.runtime, WORK, await setAside(tx, { work: WORK, failed, now: this.runtime.clock.now() }));
    return failed;
  }

  /** Those that could not be measured, each when its time has come. */
  private retrySetAside(): Promise<void> {
    const due = { work: WORK, now: this.runtime.clock.now(), limit: CONVERSATIONS_AT_ONCE };
    return derivation(this.dataSource, async (tx) => {
      await waitUntilAlone(tx);
      const ids = await dueOfSetAside(tx, due);
      const still = new Set((await this.measureApart(tx, ids)).map(({ conversationId }) => conversationId));
      const measured = ids.filter((id) => !still.has(id));
      await takenUp(tx, WORK, measured);
      await showSetAside(tx, this.metrics, WORK);
    });
  }

  private async measureNext(tx: Tx): Promise<boolean> {
    const taken = await takeUnmeasured(tx, EVENTS_AT_ONCE);
    await this.measureApart(tx, [...new Set(taken)]);
    return taken.length === EVENTS_AT_ONCE;
  }

  private async remeasureNext(tx: Tx): Promise<boolean> {
    const next = await nextToRemeasure(tx, CONVERSATIONS_AT_ONCE);
    if (!next) return false;
    const { departmentId, conversationIds } = next;
    await this.measureApart(tx, conversationIds);
    await remeasuredUpTo(tx, departmentId, conversationIds.at(-1) ?? null);
    return true;
  }

  private async rollUpNext(tx: Tx): Promise<boolean> {
    // Yesterday is over in every zone of the world.
    const before = new Date(this.runtime.clock.now().getTime() - DAY_MS).toISOString().slice(0, 10);
    return (await rollUpStale(tx, { before, limit: ROLLUPS_AT_ONCE })) > 0;
  }
}
