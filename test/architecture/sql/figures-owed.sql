INSERT INTO unmeasured_department AS u (department_id, ended_since)
SELECT e.department_id, min(CASE WHEN 
CASE e.type WHEN 'policy.changed' THEN (e.payload ->> 'version')::int = 1
  ELSE e.at = (SELECT min(a.assigned_at) FROM calendar_assignment a WHERE a.department_id = e.department_id) END THEN '-infinity' ELSE e.at END)
FROM conversation_event e WHERE e.id = ANY(ARRAY(SELECT unnest($1::uuid[]))) GROUP BY e.department_id ORDER BY e.department_id
ON CONFLICT (department_id) DO UPDATE SET after_id = excluded.after_id,
  ended_since = least(u.ended_since, excluded.ended_since);
