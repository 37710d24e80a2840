SELECT counted.department_id AS "departmentId", newest.wording_en AS "wordingEn", newest.wording_zh AS "wordingZh",
  sum(counted.n)::int AS n
FROM (
  SELECT x.department_id, x.reason, x.reason_version, count(*) AS n FROM moderation_decision x
  WHERE x.logged_on >= $1::date AND x.logged_on < $2::date AND x.decision IN ('redact', 'hide', 'reject')
  GROUP BY 1, 2, 3
) counted
JOIN moderation_reason r ON r.code = counted.reason AND r.version = counted.reason_version
LEFT JOIN LATERAL (
  SELECT last.wording_en, last.wording_zh FROM moderation_reason last WHERE r.is_public AND last.code = r.code
  ORDER BY last.version DESC LIMIT 1
) newest ON true
GROUP BY 1, 2, 3 ORDER BY n DESC, 2;
