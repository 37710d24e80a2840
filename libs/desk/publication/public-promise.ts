const AWAITS_ANSWER = (deadline: string) =>
  `${deadline}.ended_at IS NULL AND ${deadline}.kind IN ('answer', 'next-answer')`;

/** By when the public conversation `c` is to be answered: carried on in one `s` that is not public, by its own promise. */
export const PUBLIC_DUE = `CASE WHEN s.id IS NULL THEN c.answer_due_at ELSE (
    SELECT min(own.due_at) FROM deadline own WHERE own.conversation_id = c.id AND ${AWAITS_ANSWER('own')}) END`;

/**
 * Where `due` is null: a promise stands whose time cannot be said now, or what happened is not worked into one yet. One word
 * for all of it: that a clock stands still for what the department alone may read is not for the public to tell apart.
 */
export const isUnsettled = (due: string) => `CASE WHEN (${due}) IS NULL THEN
    EXISTS (SELECT 1 FROM deadline p WHERE p.conversation_id IN (c.id, c.merged_into_id) AND ${AWAITS_ANSWER('p')})
    OR EXISTS (SELECT 1 FROM deadline_rebuild b WHERE b.scope = 'history' OR b.department_id = c.department_id)
    OR EXISTS (
      SELECT 1 FROM (SELECT event_id FROM undelivered_event UNION ALL SELECT event_id FROM underived_event) u
      JOIN conversation_event e ON e.id = u.event_id
      WHERE e.conversation_id IN (c.id, c.merged_into_id) OR (e.conversation_id IS NULL
        AND e.department_id = c.department_id AND e.type IN ('policy.changed', 'calendar.changed')))
  ELSE false END`;
