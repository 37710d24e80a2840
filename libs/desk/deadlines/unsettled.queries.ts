import type { Tx } from '#database/transaction.js';

/**
 * What happened to a conversation, or to one with which it is carried on, and what a department promised or when it
 * works, may be committed and not worked in yet; so may the history of a department.
 */
const SETTLED = `
  WITH pending AS MATERIALIZED (
    SELECT e.conversation_id, e.department_id, e.type FROM conversation_event e
    WHERE e.id IN (SELECT event_id FROM underived_event UNION SELECT event_id FROM undelivered_event)
  ), survivor AS (
    SELECT coalesce(c.merged_into_id, c.id) AS id FROM pending p JOIN conversation c ON c.id = p.conversation_id
  ), department AS (
    SELECT department_id AS id FROM pending WHERE conversation_id IS NULL AND type IN ('policy.changed', 'calendar.changed')
    UNION SELECT department_id FROM deadline_rebuild WHERE department_id IS NOT NULL
  )
  SELECT c.id FROM conversation c WHERE c.id = ANY($1::uuid[])
    AND coalesce(c.merged_into_id, c.id) NOT IN (SELECT id FROM survivor)
    AND NOT EXISTS (SELECT 1 FROM conversation_event e JOIN department d
      ON d.id = e.department_id OR d.id = (e.payload ->> 'fromDepartmentId')::uuid WHERE e.conversation_id = c.id)
  ORDER BY c.id`;

/** Of these, those whose rows should be what their history says. */
export async function settledOf(tx: Tx, conversationIds: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(SETTLED, [conversationIds]);
  return rows.map(({ id }) => id);
}
