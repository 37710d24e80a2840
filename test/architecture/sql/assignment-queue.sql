SELECT c.id, c.priority <> 'urgent' AS "isLater", coalesce(c.answer_due_at, 'infinity')::text AS due FROM conversation c
WHERE c.department_id = $1 AND c.status = 'queued' AND c.snoozed_until IS NULL AND c.priority = ANY($2::text[])
  AND ($3::text[] IS NULL OR lower(split_part(c.language, '-', 1)) = ANY($3 || ARRAY['und']) OR NOT lower(split_part(c.language, '-', 1)) = ANY($4::text[]))
  AND ((c.priority <> 'urgent'), coalesce(c.answer_due_at, 'infinity'), c.id) > ($5::boolean, $6::timestamptz, $7::uuid)
ORDER BY (c.priority <> 'urgent'), coalesce(c.answer_due_at, 'infinity'), c.id LIMIT 100;
