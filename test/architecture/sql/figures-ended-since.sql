SELECT conversation_id AS id FROM measurement WHERE department_id = $1 AND measure = ANY(ARRAY(SELECT unnest($5::text[])))
  AND ended_on >= ($4::timestamptz AT TIME ZONE 'UTC')::date - 1 AND ended_at >= $4 AND conversation_id > $2
UNION SELECT gone.id FROM (
  SELECT e.conversation_id AS id FROM conversation_event e
  WHERE e.type = 'conversation.transferred' AND (e.payload ->> 'fromDepartmentId')::uuid = $1 AND e.conversation_id > $2 UNION ALL 
  SELECT part.id FROM (
  SELECT e.conversation_id AS id FROM conversation_event e
  WHERE e.type = 'conversation.transferred' AND (e.payload ->> 'fromDepartmentId')::uuid = $1 ) gone
  JOIN conversation_event a ON a.conversation_id = gone.id AND a.type = 'conversation.absorbed'
  JOIN conversation part ON part.id = (a.payload ->> 'fromId')::uuid AND part.id > $2) gone
  WHERE EXISTS (SELECT 1 FROM measurement m WHERE m.conversation_id = gone.id AND m.ended_at >= $4)
ORDER BY id LIMIT $3;
