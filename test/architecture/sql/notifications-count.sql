SELECT count(*)::int AS unread, (count(*) FILTER (WHERE kind = 'mentioned'))::int AS mentions,
  coalesce(array_agg(DISTINCT conversation_id) FILTER (WHERE conversation_id IS NOT NULL), '{}') AS "conversationIds"
FROM (
  SELECT n.kind, n.conversation_id FROM notification n LEFT JOIN conversation c ON c.id = n.conversation_id
  WHERE n.officer_id = $1 AND n.read_at IS NULL AND (n.conversation_id IS NULL OR c.department_id = ANY($2::uuid[]))
  ORDER BY n.at DESC, n.id DESC LIMIT 100
) latest;
