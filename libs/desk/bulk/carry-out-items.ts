import { isDatabaseAway, isUndone, type Tx } from '#database/transaction.js';
import { Refusal } from '#domain/refusal.js';
import type { Log } from '#platform/log/log.js';
import { lockConversations } from '../conversations/write-conversations.js';
import { carryOutRow, type Row, type RowWork, refusalOf } from './carry-out-row.js';
import { happenedSince } from './happened-since.queries.js';
import type { BulkItem, Outcome } from './work-queue.js';

interface Work extends RowWork {
  items: readonly BulkItem[];
  log: Log;
}

/**
 * Does each item, or notes why not: a refusal undoes its own row only. All rows are locked first and in one order, as
 * every batch of the desk does, so that no two wait for each other.
 */
export async function carryOutItems(tx: Tx, work: Work): Promise<Outcome[]> {
  const { items } = work;
  const conversations = await lockConversations(
    tx,
    items.map((item) => item.conversationId),
  );
  const since = await happenedSince(tx, items);
  const rows = items.map((item): Row => {
    return { item, conversation: conversations.get(item.conversationId), since: since.get(item.place) ?? [] };
  });
  try {
    // Most often no act refuses: then all share one savepoint.
    return await tx.transaction((step) => inOneGo(step, work, rows));
  } catch (error) {
    if (!mayGoOn(error)) throw error;
    return oneByOne(tx, work, rows);
  }
}

async function inOneGo(tx: Tx, work: Work, rows: readonly Row[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const row of rows) {
    const refusal = refusalOf(work, row);
    outcomes.push(refusal ? refusedOutcome(row.item, refusal) : await carryOutRow(tx, work, row));
  }
  return outcomes;
}

async function oneByOne(tx: Tx, work: Work, rows: readonly Row[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const row of rows) {
    const refusal = refusalOf(work, row);
    outcomes.push(refusal ? refusedOutcome(row.item, refusal) : await alone(tx, work, row));
  }
  return outcomes;
}

async function alone(tx: Tx, work: Work, row: Row): Promise<Outcome> {
  try {
    return await tx.transaction((step) => carryOutRow(step, work, row));
  } catch (error) {
    if (!mayGoOn(error)) throw error;
    if (!(error instanceof Refusal)) work.log.error({ err: error, bulkId: work.bulk.id }, 'a row of a bulk act failed');
    return refusedOutcome(row.item, error);
  }
}

/** Not where PostgreSQL is away or has undone all of it: then there is no transaction left to go on in. */
function mayGoOn(error: unknown): boolean {
  return !isDatabaseAway(error) && !isUndone(error);
}

function refusedOutcome({ place }: BulkItem, error: unknown): Outcome {
  const refusal =
    error instanceof Refusal
      ? { code: error.code, detail: error.info.detail ?? null }
      : { code: 'internal', detail: null };
  return { place, outcome: 'refused', doneVersion: null, refusal, before: null };
}
