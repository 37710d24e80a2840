import type { Tx } from '#database/transaction.js';
import { MEASURES } from '#domain/oversight/measure.js';
import { anyIn, preparedIn } from '#platform/database/prepared.js';
import { EVER_THERE, LEFT, LEFT_WITHIN } from '../../conversations/ever-there.queries.js';

const TAKE = {
  name: 'take-unmeasured',
  text: `
  DELETE FROM unmeasured_event WHERE event_id IN (SELECT event_id FROM unmeasured_event ORDER BY event_id LIMIT $1)
  RETURNING conversation_id AS "conversationId"`,
};

/** The conversations to which something happened, each as often as it did; the oldest events first. */
export async function takeUnmeasured(tx: Tx, limit: number): Promise<string[]> {
  const rows = await preparedIn<{ conversationId: string }>(tx, TAKE, [limit]);
  return rows.map(({ conversationId }) => conversationId);
}

const NEXT_DEPARTMENT = {
  name: 'next-unmeasured-department',
  text: `
  SELECT department_id AS "departmentId", after_id AS "afterId", nullif(ended_since, '-infinity') AS "endedSince"
  FROM unmeasured_department ORDER BY department_id LIMIT 1 FOR UPDATE`,
};

const NEXT_OF_DEPARTMENT = { name: 'next-to-remeasure', text: EVER_THERE };

/** $4: since when; $5: all measures. A local date is at most a day before that of UTC. */
export const NEXT_ENDED_SINCE = {
  name: 'next-ended-since',
  text: `
  SELECT conversation_id AS id FROM measurement WHERE department_id = $1 AND measure = ${anyIn('$5', 'text')}
    AND ended_on >= ($4::timestamptz AT TIME ZONE 'UTC')::date - 1 AND ended_at >= $4 AND conversation_id > $2
  UNION SELECT gone.id FROM (${LEFT('AND e.conversation_id > $2')} UNION ALL ${LEFT_WITHIN}) gone
    WHERE EXISTS (SELECT 1 FROM measurement m WHERE m.conversation_id = gone.id AND m.ended_at >= $4)
  ORDER BY id LIMIT $3`,
};

/**
 * The next few that are measured anew for a department: all that its promises may bind, or of these what has ended since;
 * null where there is none. An order that comes meanwhile waits, and begins it again.
 */
export async function nextToRemeasure(
  tx: Tx,
  limit: number,
): Promise<{ departmentId: string; conversationIds: string[] } | null> {
  const [next] = await preparedIn<OwedDepartment>(tx, NEXT_DEPARTMENT, []);
  if (!next) return null;
  const { departmentId, afterId, endedSince } = next;
  const place = [departmentId, afterId, limit];
  const rows = endedSince
    ? await preparedIn<{ id: string }>(tx, NEXT_ENDED_SINCE, [...place, endedSince, MEASURES])
    : await preparedIn<{ id: string }>(tx, NEXT_OF_DEPARTMENT, place);
  return { departmentId, conversationIds: rows.map(({ id }) => id) };
}

type OwedDepartment = { departmentId: string; afterId: string; endedSince: Date | null };

/** Null: all of it is measured. */
export async function remeasuredUpTo(tx: Tx, departmentId: string, lastId: string | null): Promise<void> {
  if (lastId)
    await tx.query('UPDATE unmeasured_department SET after_id = $2 WHERE department_id = $1', [departmentId, lastId]);
  else await tx.query('DELETE FROM unmeasured_department WHERE department_id = $1', [departmentId]);
}
