SELECT c.id, l.officer_id AS "takenFrom", l.ended_because AS because,
  ARRAY(SELECT DISTINCT s.skill FROM skill_rule s
    JOIN tag asked ON asked.id = s.tag_id
    JOIN tag worn ON worn.id = ANY(c.tag_ids) AND coalesce(worn.merged_into_id, worn.id) = coalesce(asked.merged_into_id, asked.id)
    WHERE s.department_id = c.department_id ORDER BY 1) AS skills,
  (SELECT r.officer_id FROM (
     SELECT p.id FROM conversation p
     WHERE p.citizen_id = c.citizen_id AND p.department_id = c.department_id AND p.first_answered_at IS NOT NULL
     ORDER BY p.last_message_at DESC LIMIT 5
   ) p JOIN reply r ON r.conversation_id = p.id
   WHERE r.officer_id IS NOT NULL AND r.state = 'sent' ORDER BY r.sent_at DESC LIMIT 1) AS "answeredBefore"
FROM conversation c LEFT JOIN LATERAL (
  SELECT a.officer_id, a.ended_because FROM assignment a WHERE a.conversation_id = c.id ORDER BY a.assigned_at DESC LIMIT 1
) l ON true
WHERE c.id = ANY(ARRAY(SELECT unnest($1::uuid[])));
