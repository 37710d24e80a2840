SELECT conversation_id AS "conversationId" FROM deadline WHERE next_warning_at <= $1 AND conversation_id <> ALL($2::uuid[])
ORDER BY next_warning_at LIMIT 200;
