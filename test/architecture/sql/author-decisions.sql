SELECT c.id AS "conversationId", c.reference, x.decision, x.reason, m.state, x.decided_at AS at
FROM moderation_decision x JOIN message m ON m.id = x.message_id JOIN conversation c ON c.id = m.conversation_id
WHERE m.citizen_id = $1 AND c.department_id = ANY($2::uuid[]) AND x.decided_by IS NOT NULL
ORDER BY x.decided_at DESC, x.id DESC LIMIT 5;
