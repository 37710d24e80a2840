import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { derivation, isDatabaseAway } from '#database/transaction.js';
import type { Runtime } from '#platform/runtime.js';
import { SharedCommit } from '#platform/shared-commit.js';
import { RUNTIME } from '#platform/tokens.js';
import { markDerived } from './deadline.queries.js';
import { type Derived, deriveDeadlines } from './derive-deadlines.js';
import { ringMoved } from './ring-moved.js';

const SHARED = { most: 64, lanes: 1 };
const BATCH = 100;

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

  /** Of these conversations, in one commit. */
  async deriveAll(conversationIds: readonly string[], eventIds: readonly string[] = []): Promise<Derived> {
    const derived = await derivation(this.dataSource, async (tx) => {
      const result = await deriveDeadlines(tx, conversationIds);
      await markDerived(tx, eventIds);
      return result;
    });
    ringMoved(this.runtime, derived.moved);
    return derived;
  }

  /** Of any number, in batches; one that cannot be derived keeps no other back. Returns how many rows differed. */
  async deriveEach(conversationIds: readonly string[]): Promise<number> {
    let differing = 0;
    for (let from = 0; from < conversationIds.length; from += BATCH) {
      const ids = conversationIds.slice(from, from + BATCH);
      const derived = await this.deriveAll(ids).catch((error: unknown) => this.deriveAlone(ids, error));
      differing += derived.differing;
    }
    return differing;
  }

  private async deriveAlone(ids: readonly string[], error: unknown): Promise<{ differing: number }> {
    if (isDatabaseAway(error)) throw error;
    let differing = 0;
    for (const id of ids) {
      try {
        differing += (await this.deriveAll([id])).differing;
      } catch (err) {
        if (isDatabaseAway(err)) throw err;
        logUnderivable(this.runtime, id, err);
      }
    }
    return { differing };
  }

  private deriveTogether(moved: readonly Moved[]): Promise<Derived> {
    const conversationIds = [...new Set(moved.map(({ conversationId }) => conversationId))];
    return this.deriveAll(
      conversationIds,
      moved.map(({ eventId }) => eventId),
    );
  }
}

/** It keeps the rows that it has until somebody has looked at why, and the deadlines are rebuilt. */
export function logUnderivable({ log }: Runtime, conversationId: string, error: unknown): void {
  log.error({ err: error, conversationId }, 'the deadlines of a conversation cannot be derived');
}
