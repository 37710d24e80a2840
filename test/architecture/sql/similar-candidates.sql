SELECT x.conversation_id AS "conversationId", m.title, m.body
FROM (
  SELECT e.entry_id, e.conversation_id, e.at, e.words
  FROM search_entry e JOIN conversation c ON c.id = e.conversation_id
  WHERE e.words @@ $2::tsquery AND e.kind = 'message' AND e.department_id = ANY($1::uuid[])
    AND c.status IN ('answered', 'closed') AND c.first_answered_at IS NOT NULL AND c.id <> $4
  ORDER BY e.at DESC LIMIT 400
) x
JOIN message m ON m.id = x.entry_id
ORDER BY (
  SELECT sum(asked.weight) FROM unnest($3::text[]::tsquery[], $5::float8[]) AS asked (word, weight) WHERE x.words @@ asked.word
) DESC, x.at DESC LIMIT 40;
