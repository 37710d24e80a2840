SELECT e.department_id AS "departmentId", count(*)::int AS received FROM conversation_event e
WHERE e.at >= $1::date::timestamp AT TIME ZONE 'UTC' AND e.at < $2::date::timestamp AT TIME ZONE 'UTC' AND e.type = 'message.received' GROUP BY 1;
