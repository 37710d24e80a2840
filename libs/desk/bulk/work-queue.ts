import type { BulkOrder } from '#contracts/bulk.http.js';
import type { Tx } from '#database/transaction.js';

/** Rows of one transaction: others wait that long at the most for a row, and a crash undoes no more. */
const ITEMS_AT_ONCE = 25;

export interface BulkAtWork {
  id: string;
  officerId: string;
  what: BulkOrder;
  undoesId: string | null;
}

/** An officer's bulk acts come one after the other; those of several officers take turns, whatever their size. */
export const NEXT_BULK = `
  SELECT b.id, b.officer_id AS "officerId", b.what - 'selected' AS what, b.undoes_id AS "undoesId"
  FROM bulk_act b
  WHERE b.finished_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM bulk_act e
    WHERE e.officer_id = b.officer_id AND e.finished_at IS NULL AND (e.ordered_at, e.id) < (b.ordered_at, b.id)
  )
  ORDER BY b.worked_at NULLS FIRST, b.ordered_at, b.id LIMIT 1
  FOR NO KEY UPDATE OF b SKIP LOCKED`;

export async function claimBulk(tx: Tx): Promise<BulkAtWork | null> {
  const [bulk]: BulkAtWork[] = await tx.query(NEXT_BULK);
  return bulk ?? null;
}

export interface BulkItem {
  place: number;
  conversationId: string;
  seenVersion: number;
  before: unknown;
}

export function itemsToDo(tx: Tx, bulkId: string): Promise<BulkItem[]> {
  return tx.query(
    `SELECT place, conversation_id AS "conversationId", seen_version AS "seenVersion", before FROM bulk_item
     WHERE bulk_id = $1 AND outcome IS NULL ORDER BY place LIMIT ${ITEMS_AT_ONCE}`,
    [bulkId],
  );
}

export interface Outcome {
  place: number;
  outcome: 'done' | 'unchanged' | 'refused';
  doneVersion: number | null;
  refusal: { code: string; detail: string | null } | null;
  before: object | null;
}

/** Notes what became of the items; true when they were the last ones. */
export async function tickOff(
  tx: Tx,
  { bulk, outcomes, at }: { bulk: BulkAtWork; outcomes: readonly Outcome[]; at: Date },
): Promise<boolean> {
  await tx.query(
    `UPDATE bulk_item SET outcome = t.outcome, done_version = t.done_version, refusal = t.refusal, before = coalesce(t.before, bulk_item.before)
     FROM unnest($2::int[], $3::text[], $4::int[], $5::jsonb[], $6::jsonb[]) AS t (place, outcome, done_version, refusal, before)
     WHERE bulk_item.bulk_id = $1 AND bulk_item.place = t.place`,
    [
      bulk.id,
      outcomes.map((row) => row.place),
      outcomes.map((row) => row.outcome),
      outcomes.map((row) => row.doneVersion),
      outcomes.map((row) => row.refusal && JSON.stringify(row.refusal)),
      outcomes.map((row) => row.before && JSON.stringify(row.before)),
    ],
  );
  const refused = outcomes.filter((row) => row.outcome === 'refused').length;
  const [[after]]: [{ isOver: boolean }[], number] = await tx.query(
    `UPDATE bulk_act SET done = done + $2, refused = refused + $3, worked_at = $4,
       finished_at = CASE WHEN done + refused + $2 + $3 >= total THEN $4::timestamptz END
     WHERE id = $1 RETURNING finished_at IS NOT NULL AS "isOver"`,
    [bulk.id, outcomes.length - refused, refused, at],
  );
  return after?.isOver ?? true;
}
