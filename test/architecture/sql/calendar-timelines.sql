WITH followed AS (
  SELECT a.department_id, a.calendar_id, a.assigned_at AS begins,
    lead(a.assigned_at) OVER (PARTITION BY a.department_id ORDER BY a.assigned_at) AS ends
  FROM calendar_assignment a WHERE a.department_id = ANY(ARRAY(SELECT unnest($1::uuid[])))
)
SELECT f.department_id AS "departmentId", greatest(v.created_at, f.begins) AS since, f.calendar_id AS "calendarId", v.version
FROM followed f LEFT JOIN calendar_version v ON v.calendar_id = f.calendar_id
  AND (f.ends IS NULL OR v.created_at < f.ends)
  AND NOT EXISTS (SELECT 1 FROM calendar_version n
    WHERE n.calendar_id = v.calendar_id AND n.version = v.version + 1 AND n.created_at <= f.begins)
ORDER BY f.department_id, f.begins, v.version;
