import type { Deadline as DeadlineRow } from '#database/entities/deadline.entity.js';
import type { Tx } from '#database/transaction.js';
import type { DeadlineKey } from './deadline.queries.js';

export const WARNING_BATCH = 200;

/** The usual answer is none; a partial index gives it. $2: what failed before in the same look. */
export const DUE_WARNINGS = `
  SELECT conversation_id AS "conversationId" FROM deadline d WHERE next_warning_at <= $1
    AND conversation_id <> ALL($2::uuid[]) AND NOT EXISTS (
      SELECT 1 FROM set_aside s WHERE s.work = 'deadlines' AND s.conversation_id = d.conversation_id AND s.next_try_at > $1)
  ORDER BY next_warning_at LIMIT ${WARNING_BATCH}`;

const keysOf = (rows: readonly DeadlineKey[]) => [
  rows.map((row) => row.conversationId),
  rows.map((row) => row.kind),
  rows.map((row) => row.ordinal),
];

/** Of locked conversations; a deadline without a next one has been warned of to the end. */
export async function moveNextWarnings(
  tx: Tx,
  moved: readonly { row: DeadlineRow; nextWarningAt: Date | null }[],
): Promise<void> {
  await tx.query(
    `UPDATE deadline d SET next_warning_at = t.next_warning_at
     FROM unnest($1::uuid[], $2::text[], $3::int[], $4::timestamptz[]) AS t (conversation_id, kind, ordinal, next_warning_at)
     WHERE d.conversation_id = t.conversation_id AND d.kind = t.kind AND d.ordinal = t.ordinal`,
    [...keysOf(moved.map(({ row }) => row)), moved.map(({ nextWarningAt }) => nextWarningAt)],
  );
}

/** Each with the promise to which it belongs; a share that comes again under a later promise replaces the earlier one. */
export async function writeWarnings(
  tx: Tx,
  fired: readonly { row: DeadlineRow; share: number }[],
  at: Date,
): Promise<void> {
  const rows = fired.map(({ row }) => row);
  await tx.query(
    `INSERT INTO deadline_warning (conversation_id, kind, ordinal, share, due_at, at)
     SELECT t.*, $6 FROM unnest($1::uuid[], $2::text[], $3::int[], $4::float8[], $5::timestamptz[]) AS t
     ON CONFLICT (conversation_id, kind, ordinal, share) DO UPDATE SET at = excluded.at, due_at = excluded.due_at`,
    [...keysOf(rows), fired.map(({ share }) => share), rows.map(({ dueAt }) => dueAt), at],
  );
}
