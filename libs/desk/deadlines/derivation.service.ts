import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { derivation } from '#database/transaction.js';
import { Metrics } from '#platform/metrics/metrics.js';
import type { Runtime } from '#platform/runtime.js';
import { SharedCommit } from '#platform/shared-commit.js';
import { RUNTIME } from '#platform/tokens.js';
import { apart, dueOfSetAside, logSetAside, setAside, showSetAside, takenUp } from '../conversations/set-aside.js';
import { markDerived } from './deadline.queries.js';
import { type Derived, deriveDeadlines } from './derive-deadlines.js';
import { ringMoved } from './ring-moved.js';

const SHARED = { most: 64, lanes: 1 };
const BATCH = 100;
const WORK = 'deadlines' as const;

interface Moved {
  eventId: string;
  conversationId: string;
}

/** Works what happened into the deadlines. */
@Injectable()
export class DerivationService {
  private readonly derivations: SharedCommit<Moved, true>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly metrics: Metrics,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {
    this.derivations = new SharedCommit({
      ...SHARED,
      together: async (moved) => {
        await this.deriveTogether(moved);
        return moved.map(() => true);
      },
    });
  }

  /** After an event; may be asked twice. */
  async derive(moved: Moved): Promise<void> {
    await this.derivations.add(moved);
  }

  /** Of these conversations, in one commit; one that cannot be derived is set aside, and keeps no other back. */
  async deriveAll(conversationIds: readonly string[], eventIds: readonly string[] = []): Promise<Derived> {
    const { derived, news } = await derivation(this.dataSource, async (tx) => {
      const { done, failed } = await apart(tx, conversationIds, deriveDeadlines);
      await markDerived(tx, eventIds);
      return { derived: summed(done), news: await setAside(tx, { work: WORK, failed, now: this.runtime.clock.now() }) };
    });
    logSetAside(this.runtime, WORK, news);
    ringMoved(this.runtime, derived.moved);
    return derived;
  }

  /** Of any number, in batches. Returns how many rows differed. */
  async deriveEach(conversationIds: readonly string[]): Promise<number> {
    let differing = 0;
    for (let from = 0; from < conversationIds.length; from += BATCH)
      differing += (await this.deriveAll(conversationIds.slice(from, from + BATCH))).differing;
    return differing;
  }

  /** Those that could not be derived, each when its time has come. */
  async retrySetAside(): Promise<void> {
    const due = { work: WORK, now: this.runtime.clock.now(), limit: BATCH };
    const moved = await derivation(this.dataSource, async (tx) => {
      const ids = await dueOfSetAside(tx, due);
      const { done, failed } = await apart(tx, ids, deriveDeadlines);
      await setAside(tx, { ...due, failed });
      const still = new Set(failed.map(({ conversationId }) => conversationId));
      await takenUp(
        tx,
        WORK,
        ids.filter((id) => !still.has(id)),
      );
      await showSetAside(tx, this.metrics, WORK);
      return summed(done).moved;
    });
    ringMoved(this.runtime, moved);
  }

  private deriveTogether(moved: readonly Moved[]): Promise<Derived> {
    const conversationIds = [...new Set(moved.map(({ conversationId }) => conversationId))];
    return this.deriveAll(
      conversationIds,
      moved.map(({ eventId }) => eventId),
    );
  }
}

function summed(parts: readonly Derived[]): Derived {
  return {
    conversations: parts.reduce((sum, part) => sum + part.conversations, 0),
    differing: parts.reduce((sum, part) => sum + part.differing, 0),
    moved: parts.flatMap(({ moved }) => moved),
  };
}
