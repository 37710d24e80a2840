SELECT conversation_id AS "conversationId" FROM deadline d WHERE next_warning_at <= $1
  AND conversation_id <> ALL($2::uuid[]) AND NOT EXISTS (
    SELECT 1 FROM set_aside s WHERE s.work = 'deadlines' AND s.conversation_id = d.conversation_id AND s.next_try_at > $1)
ORDER BY next_warning_at LIMIT 200;
