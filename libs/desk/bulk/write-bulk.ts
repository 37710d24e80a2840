import type { BulkOrder } from '#contracts/bulk.http.js';
import type { Tx } from '#database/transaction.js';
import { Refusal } from '#domain/refusal.js';
import type { FrozenRow } from './frozen-selection.js';

export interface NewBulk {
  id: string;
  officerId: string;
  what: BulkOrder;
  /** Kept beside `what`: tells a retry from another order under the same id. */
  selected: string;
  undoesId: string | null;
  at: Date;
  /** Writes the rows of the bulk act and tells how many. */
  items: (tx: Tx) => Promise<number>;
}

/** Its number of rows; null when this id was written down already. Throws `invalid` where it would be over nothing. */
export async function insertBulk(
  tx: Tx,
  { id, officerId, what, selected, undoesId, at, items }: NewBulk,
): Promise<number | null> {
  const inserted: unknown[] = await tx.query(
    `INSERT INTO bulk_act (id, officer_id, what, undoes_id, total, ordered_at) VALUES ($1, $2, $3, $4, 1, $5)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, officerId, JSON.stringify({ ...what, selected }), undoesId, at],
  );
  if (inserted.length === 0) return null;
  const total = await items(tx);
  if (total === 0) throw new Refusal('invalid', { detail: 'Nothing is left to do this to.' });
  await tx.query('UPDATE bulk_act SET total = $2 WHERE id = $1', [id, total]);
  return total;
}

export function itemsOfSelection(tx: Tx, id: string, rows: readonly FrozenRow[]): Promise<number> {
  return written(
    tx,
    `INSERT INTO bulk_item (bulk_id, place, conversation_id, seen_version)
     SELECT $1, place, conversation_id, version
     FROM unnest($2::uuid[], $3::int[]) WITH ORDINALITY AS row (conversation_id, version, place)`,
    [id, rows.map((row) => row.id), rows.map((row) => row.version)],
  );
}

/** What was done, and not what was so already; as it was left by it. */
export function itemsToTakeBack(tx: Tx, id: string, undoesId: string): Promise<number> {
  return written(
    tx,
    `INSERT INTO bulk_item (bulk_id, place, conversation_id, seen_version, before)
     SELECT $1, row_number() OVER (ORDER BY place), conversation_id, done_version, before
     FROM bulk_item WHERE bulk_id = $2 AND outcome = 'done'`,
    [id, undoesId],
  );
}

export function itemsToRetry(tx: Tx, id: string, retriesId: string): Promise<number> {
  return written(
    tx,
    `INSERT INTO bulk_item (bulk_id, place, conversation_id, seen_version)
     SELECT $1, row_number() OVER (ORDER BY i.place), i.conversation_id, c.version
     FROM bulk_item i JOIN conversation c ON c.id = i.conversation_id
     WHERE i.bulk_id = $2 AND (i.outcome IS NULL OR i.outcome = 'refused')`,
    [id, retriesId],
  );
}

async function written(tx: Tx, insert: string, values: unknown[]): Promise<number> {
  const rows: unknown[] = await tx.query(`${insert} RETURNING place`, values);
  return rows.length;
}
