SELECT x.logged_on::text AS date, x.log_key AS "logKey", x.department_id AS "departmentId", x.decision,
  x.decided_by IS NULL AS "isAutomated", r.wording_en AS "wordingEn", r.wording_zh AS "wordingZh",
  CASE WHEN a.lodged_at < $3::date::timestamp AT TIME ZONE 'UTC' THEN CASE WHEN a.decided_at < $3::date::timestamp AT TIME ZONE 'UTC' THEN a.status ELSE 'undecided' END END AS appeal
FROM moderation_decision x
LEFT JOIN moderation_reason r ON r.code = x.reason AND r.version = x.reason_version AND r.is_public
LEFT JOIN appeal a ON a.decision_id = x.id
WHERE x.logged_on >= $1::date AND x.logged_on < $2::date
  AND ($4::date IS NULL OR x.logged_on <= $4 AND (x.logged_on < $4 OR x.log_key > $5::uuid))
ORDER BY x.logged_on DESC, x.log_key LIMIT $6;
