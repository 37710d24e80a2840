import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BULKS_WAITING_LIMIT, type OrderBulk, type OrderedBulk } from '#contracts/bulk.http.js';
import { type Tx, transaction } from '#database/transaction.js';
import { mayCancelBulk, mayRetryBulk, mayUndoBulk } from '#domain/bulk/bulk.lifecycle.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { byOfficer, record } from '../conversations/conversation-record.js';
import { type BulkRecord, bulkRecord } from './bulk.queries.js';
import { progressOf } from './bulk.view.js';
import { FrozenSelection, fingerprintOf } from './frozen-selection.js';
import { insertBulk, itemsOfSelection, itemsToRetry, itemsToTakeBack, type NewBulk } from './write-bulk.js';

/** Ordering, taking back and stopping bulk acts. The rows are written down here, and worked off by the worker. */
@Injectable()
export class BulkOrderService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
    private readonly selection: FrozenSelection,
  ) {}

  /** The same id again answers the same; throws `invalid` where it stands for something else already. */
  async order(actor: Actor, { id, order, selection }: OrderBulk): Promise<OrderedBulk> {
    const known = await bulkRecord(this.dataSource, actor.officerId, id);
    const ordered = { what: order, selected: fingerprintOf(selection), undoesId: null };
    if (known) return sameAgain(known, ordered);
    const rows = await this.selection.of(actor, selection);
    return this.place(actor, { id, ...ordered, items: (tx) => itemsOfSelection(tx, id, rows) });
  }

  /** Takes back what was done: a bulk act of its own, with its own result. What has moved on since is left and listed. */
  async undo(actor: Actor, bulkId: string, id: string): Promise<OrderedBulk> {
    const bulk = await this.own(this.dataSource, actor, bulkId);
    const known = await bulkRecord(this.dataSource, actor.officerId, id);
    const ordered = { what: bulk.what, selected: bulkId, undoesId: bulkId };
    if (known) return sameAgain(known, ordered);
    return this.place(actor, {
      id,
      ...ordered,
      assertMay: async (tx) => {
        const locked = await this.locked(tx, actor, bulkId);
        if (!mayUndoBulk(progressOf(locked), this.clock.now())) throw wrongState('It cannot be taken back any more.');
      },
      items: (tx) => itemsToTakeBack(tx, id, bulkId),
    });
  }

  /** Tries again what was refused or not reached, as it is now. */
  async retry(actor: Actor, bulkId: string, id: string): Promise<OrderedBulk> {
    const bulk = await this.own(this.dataSource, actor, bulkId);
    const known = await bulkRecord(this.dataSource, actor.officerId, id);
    const ordered = { what: bulk.what, selected: bulkId, undoesId: null };
    if (known) return sameAgain(known, ordered);
    if (!mayRetryBulk(progressOf(bulk))) throw wrongState('There is nothing to try again.');
    return this.place(actor, { id, ...ordered, items: (tx) => itemsToRetry(tx, id, bulkId) });
  }

  /** Stops before the next rows; what is done stays done. */
  async cancel(actor: Actor, bulkId: string): Promise<void> {
    await transaction(this.dataSource, async (tx) => {
      const bulk = await this.locked(tx, actor, bulkId);
      if (!mayCancelBulk(progressOf(bulk))) return;
      const at = this.clock.now();
      await tx.query('UPDATE bulk_act SET cancelled_at = $2, finished_at = $2 WHERE id = $1', [bulkId, at]);
      await recordBulk(tx, 'bulk.finished', { actor, bulkId, at });
    });
    this.nudge.nudge();
  }

  private async place(
    actor: Actor,
    bulk: Omit<NewBulk, 'officerId' | 'at'> & { assertMay?: (tx: Tx) => Promise<void> },
  ): Promise<OrderedBulk> {
    const at = this.clock.now();
    const total = await transaction(this.dataSource, async (tx) => {
      await assertMayWait(tx, actor.officerId);
      await bulk.assertMay?.(tx);
      const inserted = await insertBulk(tx, { ...bulk, officerId: actor.officerId, at });
      if (inserted !== null) await recordBulk(tx, 'bulk.ordered', { actor, bulkId: bulk.id, at });
      return inserted;
    });
    this.nudge.nudge();
    if (total !== null) return { bulkId: bulk.id, total };
    return sameAgain(await this.own(this.dataSource, actor, bulk.id), bulk);
  }

  private async own(from: DataSource | Tx, { officerId }: Actor, id: string): Promise<BulkRecord> {
    const bulk = await bulkRecord(from, officerId, id);
    if (!bulk) throw new Refusal('not-found', { detail: 'There is no such bulk act of yours.' });
    return bulk;
  }

  /** Waits for the rows that are being worked on at this moment. */
  private async locked(tx: Tx, actor: Actor, id: string): Promise<BulkRecord> {
    await tx.query('SELECT 1 FROM bulk_act WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return this.own(tx, actor, id);
  }
}

/** A double click or a retry after a lost answer. Another order under the same id is a mistake of the caller. */
function sameAgain(
  known: BulkRecord,
  { what, selected, undoesId }: Pick<NewBulk, 'what' | 'selected' | 'undoesId'>,
): OrderedBulk {
  const isSame = known.undoesId === undoesId && known.selected === selected && isDeepStrictEqual(known.what, what);
  if (isSame) return { bulkId: known.id, total: known.total };
  const reason = 'stands for another order already';
  throw new Refusal('invalid', { detail: `id: ${reason}`, errors: [{ field: 'id', reason }] });
}

async function assertMayWait(tx: Tx, officerId: string): Promise<void> {
  const [waiting]: { count: number }[] = await tx.query(
    'SELECT count(*)::int AS count FROM bulk_act WHERE officer_id = $1 AND finished_at IS NULL',
    [officerId],
  );
  if ((waiting?.count ?? 0) < BULKS_WAITING_LIMIT) return;
  throw new Refusal('too-many-requests', { detail: 'Too many of your bulk acts wait for their turn.' });
}

export async function recordBulk(
  tx: Tx,
  type: 'bulk.ordered' | 'bulk.finished',
  { actor, bulkId, at }: { actor: Actor; bulkId: string; at: Date },
): Promise<void> {
  const payload = { bulkId, officerId: actor.officerId };
  await record(tx, [
    { type, conversationId: null, departmentId: null, version: null, actor: byOfficer(actor), payload, at },
  ]);
}

function wrongState(detail: string): Refusal {
  return new Refusal('wrong-state', { detail });
}
