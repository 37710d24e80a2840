WITH absent AS MATERIALIZED (SELECT o.id, o.absent_since, o.seen_at FROM officer o WHERE o.absent_since IS NOT NULL)
SELECT h.id FROM absent o CROSS JOIN LATERAL (
  SELECT c.id FROM conversation c
  JOIN department d ON d.id = c.department_id
  JOIN assignment a ON a.conversation_id = c.id AND a.ended_at IS NULL
  WHERE c.officer_id = o.id AND c.status = 'assigned'
    AND greatest(o.absent_since, a.assigned_at) <= $1::timestamptz - make_interval(mins => d.leave_grace_minutes)
    AND c.reply_leaves_at IS NULL AND c.snoozed_until IS NULL
    AND NOT (a.reason ->> 'rule' = 'by-hand' AND a.assigned_at >= o.absent_since)
    AND NOT (a.reason ->> 'rule' IN ('claimed', 'pulled')
      AND coalesce(o.seen_at > $1::timestamptz - make_interval(secs => 45), false))
    AND NOT EXISTS (SELECT 1 FROM reply_draft w WHERE w.conversation_id = c.id AND w.officer_id = o.id AND (w.body <> '' OR w.holding_reason <> '')
      AND w.updated_at > $1::timestamptz - make_interval(mins => d.leave_grace_minutes))
  LIMIT 100
) h
ORDER BY h.id LIMIT 100;
