SELECT c.id FROM department d CROSS JOIN LATERAL (
  SELECT c.id FROM conversation c
  WHERE c.department_id = d.id AND c.status = 'queued' AND c.escalated_at IS NULL AND c.snoozed_until IS NULL
    AND c.waiting_since <= $1::timestamptz - make_interval(mins => d.escalate_after_minutes)
    AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.conversation_id = c.id
      AND a.ended_at > $1::timestamptz - make_interval(mins => d.escalate_after_minutes))
  ORDER BY c.waiting_since LIMIT 200
) c
WHERE d.escalate_after_minutes IS NOT NULL ORDER BY c.id LIMIT 200;
