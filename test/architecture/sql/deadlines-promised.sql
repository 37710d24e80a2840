SELECT conversation_id AS id FROM deadline WHERE promised_by = $1 AND ended_at IS NULL
UNION SELECT id FROM conversation WHERE department_id = $1 AND status IN ('received', 'held', 'queued', 'assigned')
UNION SELECT conversation_id FROM letter WHERE department_id = $1 AND status <> 'published'
UNION SELECT c.id FROM (
  SELECT e.conversation_id AS id FROM conversation_event e
  WHERE e.type = 'conversation.transferred' AND (e.payload ->> 'fromDepartmentId')::uuid = $1 ) gone JOIN conversation given ON given.id = gone.id
  JOIN conversation c ON c.id = coalesce(given.merged_into_id, given.id)
  WHERE c.status IN ('received', 'held', 'queued', 'assigned')
    OR EXISTS (SELECT 1 FROM letter l WHERE l.conversation_id = c.id AND l.status <> 'published')
UNION SELECT d.conversation_id FROM conversation_event e JOIN deadline d ON d.promised_by = $1 AND d.ended_at > e.at
  WHERE e.id = $2
ORDER BY id;
