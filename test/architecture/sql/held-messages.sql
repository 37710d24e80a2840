SELECT m.id AS "messageId", c.id AS "conversationId", c.version AS "conversationVersion", c.reference,
  d.id AS "departmentId", d.slug AS "departmentSlug", d.name_en AS "departmentNameEn", d.name_zh AS "departmentNameZh",
  coalesce(s.author_name, m.author_name) AS "citizenName", CASE WHEN s.message_id IS NULL THEN m.title ELSE s.title END AS title,
  coalesce(s.body, m.body) AS body, m.received_at AS "receivedAt", s.message_id IS NOT NULL AS "isSealed",
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
    (SELECT v.policy -> 'helpline' FROM screening_policy_version v WHERE v.department_id IS NULL ORDER BY version DESC LIMIT 1)) END AS helpline, coalesce((m.screening ->> 'isAlarm')::boolean, false) AS "isAlarm"
FROM message m
JOIN conversation c ON c.id = m.conversation_id
JOIN department d ON d.id = c.department_id
LEFT JOIN sealed_original s ON s.message_id = m.id
WHERE m.state = 'held' AND c.department_id = ANY($1::uuid[]) AND ($2::timestamptz IS NULL OR (NOT coalesce((m.screening ->> 'isAlarm')::boolean, false), m.received_at, m.id) > ($5::boolean, $2, $3::uuid))
ORDER BY NOT coalesce((m.screening ->> 'isAlarm')::boolean, false), m.received_at, m.id LIMIT $4;
