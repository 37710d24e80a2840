SELECT 
(SELECT count(*)::int FROM (
  SELECT 1 FROM conversation c WHERE c.department_id = ANY($1::uuid[]) AND c.status IN ('queued', 'assigned') AND c.snoozed_until IS NULL LIMIT 1000
) counted) AS queue, 
(SELECT count(*)::int FROM (
  SELECT 1 FROM conversation c WHERE c.department_id = ANY($1::uuid[]) AND c.status = 'queued' AND c.snoozed_until IS NULL LIMIT 1000
) counted) AS unassigned,
  
(SELECT count(*)::int FROM (
  SELECT 1 FROM conversation c WHERE c.department_id = ANY($1::uuid[]) AND c.status IN ('queued', 'assigned') AND coalesce(c.answer_due_at, 'infinity') < $3 AND c.snoozed_until IS NULL LIMIT 1000
) counted) AS overdue, 
(SELECT count(*)::int FROM (
  SELECT 1 FROM conversation c WHERE c.department_id = ANY($1::uuid[]) AND c.status IN ('queued', 'assigned') AND c.snoozed_until IS NOT NULL LIMIT 1000
) counted) AS snoozed,
  
(SELECT count(*)::int FROM (
  SELECT 1 FROM conversation c WHERE c.department_id = ANY($1::uuid[]) AND true AND c.status <> 'merged' LIMIT 1000
) counted) AS all,
  (SELECT jsonb_object_agg(who.id, (SELECT count(*) FROM (
    SELECT 1 FROM conversation c WHERE c.department_id = ANY($1::uuid[]) AND c.officer_id = who.id
      AND c.status = 'assigned' AND c.snoozed_until IS NULL LIMIT 1000
  ) counted)) FROM unnest($2::uuid[]) AS who (id)) AS mine,
  (SELECT count(*)::int FROM (
    SELECT 1 FROM message m JOIN conversation c ON c.id = m.conversation_id
    WHERE m.state = 'held' AND c.department_id = ANY($4::uuid[])
    UNION ALL
    SELECT 1 FROM hide_proposal p JOIN conversation c ON c.id = p.conversation_id
    WHERE p.outcome IS NULL AND c.department_id = ANY($4::uuid[])
    UNION ALL
    SELECT 1 FROM (SELECT DISTINCT r.message_id FROM reader_report r JOIN message m ON m.id = r.message_id
      JOIN conversation c ON c.id = m.conversation_id WHERE c.department_id = ANY($4::uuid[]) AND r.outcome IS NULL AND m.state IN ('visible', 'redacted') AND NOT EXISTS (
    SELECT 1 FROM reporter_mute u WHERE u.reporter_id = r.reporter_id AND u.department_id = c.department_id AND u.lifted_at IS NULL)) reported
    LIMIT 1000
  ) counted) AS held,
  (SELECT count(*)::int FROM (
    SELECT 1 FROM appeal a JOIN message m ON m.id = a.message_id JOIN conversation home ON home.id = m.conversation_id
    JOIN conversation c ON c.id = coalesce(home.merged_into_id, home.id)
    WHERE a.status = 'open' AND c.department_id = ANY($4::uuid[]) LIMIT 1000
  ) counted) AS appeals,
  (SELECT jsonb_object_agg(who.id, (SELECT count(*) FROM (
    SELECT 1 FROM letter l WHERE l.status = 'in-review' AND l.department_id = ANY($5::uuid[])
      AND NOT (who.id = ANY(l.writer_ids)) LIMIT 1000
  ) counted)) FROM unnest($2::uuid[]) AS who (id)) AS "lettersInReview";
