SELECT e.entry_id AS "entryId", e.kind, coalesce(c.merged_into_id, c.id) AS "conversationId", e.at
FROM conversation c JOIN search_entry e ON e.conversation_id = c.id
WHERE (c.id = ANY($1::uuid[]) OR c.merged_into_id = ANY($1::uuid[])) AND e.words @@ $2::tsquery
  AND e.department_id = ANY($3::uuid[]) AND (e.at, e.entry_id) < ($4::timestamptz, $5::uuid)
ORDER BY e.at DESC, e.entry_id DESC LIMIT 200;
