SELECT (SELECT count(*)::int FROM message m JOIN conversation c ON c.id = m.conversation_id
    WHERE m.state = 'held' AND c.department_id = ANY($1::uuid[]))
  + (SELECT count(*)::int FROM hide_proposal p JOIN conversation c ON c.id = p.conversation_id
    WHERE p.outcome IS NULL AND c.department_id = ANY($1::uuid[])) AS held,
  (SELECT count(DISTINCT r.message_id)::int FROM reader_report r JOIN message m ON m.id = r.message_id
    JOIN conversation c ON c.id = m.conversation_id WHERE c.department_id = ANY($1::uuid[]) AND r.outcome IS NULL AND m.state IN ('visible', 'redacted') AND NOT EXISTS (
    SELECT 1 FROM reporter_mute u WHERE u.reporter_id = r.reporter_id AND u.department_id = c.department_id AND u.lifted_at IS NULL)) AS reported,
  (SELECT count(*)::int FROM appeal a JOIN message m ON m.id = a.message_id JOIN conversation home ON home.id = m.conversation_id
    JOIN conversation c ON c.id = coalesce(home.merged_into_id, home.id) WHERE a.status = 'open' AND c.department_id = ANY($1::uuid[])) AS appeals;
