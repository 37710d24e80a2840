WITH reported AS (
  SELECT r.message_id, jsonb_agg(jsonb_build_object('id', r.id, 'reason', r.reason, 'words', r.words, 'receivedAt', r.received_at,
    'reporterId', r.reporter_id, 'upheld', s.upheld, 'dismissed', s.dismissed) ORDER BY r.received_at, r.id) AS reports
  FROM reader_report r
  JOIN message m ON m.id = r.message_id
  JOIN conversation c ON c.id = m.conversation_id
  LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE x.outcome = 'upheld')::int AS upheld, count(*) FILTER (WHERE x.outcome = 'dismissed')::int AS dismissed
    FROM reader_report x JOIN message xm ON xm.id = x.message_id JOIN conversation xc ON xc.id = xm.conversation_id
    WHERE x.reporter_id = r.reporter_id AND xc.department_id = c.department_id
  ) s ON true
  WHERE c.department_id = ANY($1::uuid[]) AND r.outcome IS NULL AND m.state IN ('visible', 'redacted') AND NOT EXISTS (
    SELECT 1 FROM reporter_mute u WHERE u.reporter_id = r.reporter_id AND u.department_id = c.department_id AND u.lifted_at IS NULL)
  GROUP BY r.message_id ORDER BY bool_or(r.reason = 'danger') DESC, min(r.received_at) LIMIT 500
)
SELECT m.id AS "messageId", c.id AS "conversationId", c.version AS "conversationVersion", c.reference,
  d.id AS "departmentId", d.slug AS "departmentSlug", d.name_en AS "departmentNameEn", d.name_zh AS "departmentNameZh",
  coalesce(s.author_name, m.author_name) AS "citizenName", CASE WHEN s.message_id IS NULL THEN m.title ELSE s.title END AS title,
  coalesce(s.body, m.body) AS body, m.received_at AS "receivedAt", s.message_id IS NOT NULL AS "isSealed", m.state,
  m.title AS "shownTitle", m.body AS "shownBody", m.author_name AS "shownName",
  (SELECT count(*)::int FROM moderation_decision x WHERE x.message_id = m.id) AS version,
  (SELECT x.spans FROM moderation_decision x WHERE x.message_id = m.id AND x.decision = 'redact' ORDER BY x.decided_at DESC LIMIT 1) AS spans,
  coalesce(m.screening -> 'findings', (SELECT findings FROM moderation_decision x WHERE x.message_id = m.id AND x.decision = 'hold' AND x.decided_by IS NULL ORDER BY x.decided_at DESC LIMIT 1)) AS findings,
  m.screening, (
    SELECT count(DISTINCT other.citizen_id)::int FROM campaign_member own
    JOIN campaign_member other ON other.campaign_id = own.campaign_id
    WHERE own.message_id = m.id AND own.department_id = c.department_id) AS campaign,
  CASE WHEN coalesce((m.screening ->> 'isAlarm')::boolean, false) THEN coalesce(
    (SELECT v.policy -> 'helpline' FROM screening_policy_version v WHERE v.department_id = c.department_id ORDER BY version DESC LIMIT 1),
    (SELECT v.policy -> 'helpline' FROM screening_policy_version v WHERE v.department_id IS NULL ORDER BY version DESC LIMIT 1)) END AS helpline, coalesce((m.screening ->> 'isAlarm')::boolean, false) AS "isAlarm", reported.reports
FROM reported
JOIN message m ON m.id = reported.message_id
JOIN conversation c ON c.id = m.conversation_id
JOIN department d ON d.id = c.department_id
LEFT JOIN sealed_original s ON s.message_id = m.id;
