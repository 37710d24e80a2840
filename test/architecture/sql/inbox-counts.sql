SELECT 
(SELECT count(*)::int FROM (
  SELECT 1 FROM conversation c WHERE c.department_id = ANY($1::uuid[]) AND c.officer_id = $2 AND c.status = 'assigned' LIMIT 1000
) counted) AS mine, 
(SELECT count(*)::int FROM (
  SELECT 1 FROM conversation c WHERE c.department_id = ANY($1::uuid[]) AND c.status IN ('queued', 'assigned') LIMIT 1000
) counted) AS queue,
  
(SELECT count(*)::int FROM (
  SELECT 1 FROM conversation c WHERE c.department_id = ANY($1::uuid[]) AND c.status = 'queued' LIMIT 1000
) counted) AS unassigned, 
(SELECT count(*)::int FROM (
  SELECT 1 FROM conversation c WHERE c.department_id = ANY($1::uuid[]) AND c.status IN ('queued', 'assigned') AND coalesce(c.answer_due_at, 'infinity') < $3 LIMIT 1000
) counted) AS overdue,
  
(SELECT count(*)::int FROM (
  SELECT 1 FROM conversation c WHERE c.department_id = ANY($1::uuid[]) AND true LIMIT 1000
) counted) AS all,
  (SELECT count(*)::int FROM (
    SELECT 1 FROM message m JOIN conversation c ON c.id = m.conversation_id
    WHERE m.state = 'held' AND c.department_id = ANY($4::uuid[]) LIMIT 1000
  ) counted) AS held,
  (SELECT count(*)::int FROM (
    SELECT 1 FROM letter l WHERE l.status = 'in-review' AND l.department_id = ANY($5::uuid[])
      AND NOT ($2::uuid = ANY(l.writer_ids)) LIMIT 1000
  ) counted) AS "lettersInReview";
