import type { Tx } from '#database/transaction.js';
import { EVER_THERE, LEFT } from '../conversations/ever-there.queries.js';

export const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Conversations that a department's policy may bind now, by id: where something that it promised is open, where somebody
 * waits there, or after it was given away, or a letter is being written. What ended after the version was made and before
 * everybody could see it falls under it too.
 */
export const PROMISED = `
  SELECT conversation_id AS id FROM deadline WHERE promised_by = $1 AND ended_at IS NULL
  UNION SELECT id FROM conversation WHERE department_id = $1 AND status IN ('received', 'held', 'queued', 'assigned')
  UNION SELECT conversation_id FROM letter WHERE department_id = $1 AND status <> 'published'
  UNION SELECT c.id FROM (${LEFT('')}) gone JOIN conversation given ON given.id = gone.id
    JOIN conversation c ON c.id = coalesce(given.merged_into_id, given.id)
    WHERE c.status IN ('received', 'held', 'queued', 'assigned')
      OR EXISTS (SELECT 1 FROM letter l WHERE l.conversation_id = c.id AND l.status <> 'published')
  UNION SELECT d.conversation_id FROM conversation_event e JOIN deadline d ON d.promised_by = $1 AND d.ended_at > e.at
    WHERE e.id = $2
  ORDER BY id`;

/** `eventId` is the change of the version; null: it is not made yet. */
export async function promisedTo(
  tx: Tx,
  { departmentId, eventId }: { departmentId: string; eventId: string | null },
): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(PROMISED, [departmentId, eventId]);
  return rows.map(({ id }) => id);
}

const ALL = 'SELECT id FROM conversation WHERE id > $1 ORDER BY id LIMIT $2';

/** All conversations, or those that are or ever were in a department, by id. */
export async function conversationsAfter(
  tx: Tx,
  { departmentId, after, limit }: { departmentId: string | null; after: string; limit: number },
): Promise<string[]> {
  const rows: { id: string }[] = departmentId
    ? await tx.query(EVER_THERE, [departmentId, after, limit])
    : await tx.query(ALL, [after, limit]);
  return rows.map(({ id }) => id);
}

const COUNT_EVER_THERE = `
  SELECT count(*)::int AS n FROM (SELECT id FROM conversation WHERE department_id = $1 UNION ${LEFT('')}) t`;

/** How many these are, for a progress line. */
export async function conversationsIn(tx: Tx, departmentId: string | null): Promise<number> {
  const [row]: { n: number }[] = departmentId
    ? await tx.query(COUNT_EVER_THERE, [departmentId])
    : await tx.query('SELECT count(*)::int AS n FROM conversation');
  return row?.n ?? 0;
}
