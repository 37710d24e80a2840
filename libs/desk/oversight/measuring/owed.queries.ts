import type { Tx } from '#database/transaction.js';
import { preparedIn } from '#platform/database/prepared.js';

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
  text: 'SELECT department_id AS "departmentId", after_id AS "afterId" FROM unmeasured_department ORDER BY department_id LIMIT 1 FOR UPDATE',
};

const NEXT_OF_DEPARTMENT = {
  name: 'next-to-remeasure',
  text: 'SELECT id FROM conversation WHERE department_id = $1 AND id > $2 ORDER BY id LIMIT $3',
};

/** The next few of a department whose history is measured anew; null where there is none. An order that comes meanwhile waits, and begins it again. */
export async function nextToRemeasure(
  tx: Tx,
  limit: number,
): Promise<{ departmentId: string; conversationIds: string[] } | null> {
  const [next] = await preparedIn<{ departmentId: string; afterId: string }>(tx, NEXT_DEPARTMENT, []);
  if (!next) return null;
  const { departmentId, afterId } = next;
  const rows = await preparedIn<{ id: string }>(tx, NEXT_OF_DEPARTMENT, [departmentId, afterId, limit]);
  return { departmentId, conversationIds: rows.map(({ id }) => id) };
}

/** Null: all of it is measured. */
export async function remeasuredUpTo(tx: Tx, departmentId: string, lastId: string | null): Promise<void> {
  if (lastId)
    await tx.query('UPDATE unmeasured_department SET after_id = $2 WHERE department_id = $1', [departmentId, lastId]);
  else await tx.query('DELETE FROM unmeasured_department WHERE department_id = $1', [departmentId]);
}
