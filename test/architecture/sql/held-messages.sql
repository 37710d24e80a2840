SELECT m.id AS "messageId", c.id AS "conversationId", c.version AS "conversationVersion", c.reference,
  d.id AS "departmentId", d.slug AS "departmentSlug", d.name_en AS "departmentNameEn", d.name_zh AS "departmentNameZh",
  m.author_name AS "citizenName", m.title, m.body, m.received_at AS "receivedAt",
  (SELECT findings FROM moderation_decision x WHERE x.message_id = m.id AND x.decision = 'hold' ORDER BY x.decided_at DESC LIMIT 1) AS findings
FROM message m
JOIN conversation c ON c.id = m.conversation_id
JOIN department d ON d.id = c.department_id
WHERE m.state = 'held' AND c.department_id = ANY($1::uuid[]) AND ($2::timestamptz IS NULL OR (m.received_at, m.id) > ($2, $3::uuid))
ORDER BY m.received_at, m.id LIMIT $4;
