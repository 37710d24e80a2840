SELECT i.place, i.conversation_id AS "conversationId", i.refusal, c.reference, c.title, c.excerpt, c.language
FROM bulk_item i
LEFT JOIN conversation c ON c.id = i.conversation_id AND c.department_id = ANY($2::uuid[])
WHERE i.bulk_id = $1 AND i.outcome = 'refused' AND i.place > $3
ORDER BY i.place LIMIT $4;
