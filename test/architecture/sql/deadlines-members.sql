WITH survivor AS (
  SELECT DISTINCT coalesce(c.merged_into_id, c.id) AS id FROM conversation c WHERE c.id = ANY(ARRAY(SELECT unnest($1::uuid[])))
), member AS (
  SELECT id FROM survivor
  UNION ALL SELECT part.id FROM survivor JOIN conversation part ON part.merged_into_id = survivor.id
)
SELECT c.id, c.department_id AS "departmentId", coalesce(c.merged_into_id, c.id) AS "survivorId", c.answer_due_at AS "answerDueAt"
FROM conversation c WHERE c.id = ANY(ARRAY(SELECT id FROM member)) ORDER BY c.id FOR NO KEY UPDATE;
