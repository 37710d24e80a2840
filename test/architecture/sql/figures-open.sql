SELECT grouping(key) = 1 AS "isTotal", key, count(*)::int AS n, min(since) AS since
FROM (
  SELECT c.department_id::text AS key, c.opened_at AS since
  FROM conversation c WHERE c.department_id = ANY($1::uuid[]) AND c.waiting_since IS NOT NULL AND c.first_answered_at IS NULL AND c.channel_id::text = $2
) open
GROUP BY GROUPING SETS ((key), ());
