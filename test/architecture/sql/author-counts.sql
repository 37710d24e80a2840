SELECT count(*)::int AS posts, count(*) FILTER (WHERE m.state = 'visible')::int AS shown,
  count(*) FILTER (WHERE m.state IN ('hidden', 'rejected'))::int AS refused, count(*) FILTER (WHERE m.state = 'redacted')::int AS redacted,
  count(*) FILTER (WHERE m.state IN ('held', 'screening'))::int AS waiting,
  count(*) FILTER (WHERE EXISTS (SELECT 1 FROM reader_report r WHERE r.message_id = m.id AND r.outcome = 'upheld'))::int AS "reportsUpheld"
FROM message m JOIN conversation c ON c.id = m.conversation_id
WHERE m.citizen_id = $1 AND c.department_id = ANY($2::uuid[]);
