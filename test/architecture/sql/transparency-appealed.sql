SELECT x.department_id AS "departmentId", CASE WHEN a.decided_at < $3::date::timestamp AT TIME ZONE 'UTC' THEN a.status ELSE 'undecided' END AS standing, count(*)::int AS n
FROM appeal a JOIN moderation_decision x ON x.id = a.decision_id WHERE a.lodged_at >= $1::date::timestamp AT TIME ZONE 'UTC' AND a.lodged_at < $2::date::timestamp AT TIME ZONE 'UTC' GROUP BY 1, 2;
