SELECT x.department_id AS "departmentId", count(*) FILTER (WHERE x.decision = 'hold')::int AS held,
  count(*) FILTER (WHERE x.decision = 'hold' AND x.decided_by IS NULL)::int AS "heldByScreening",
  count(x.held_since)::int AS "decidedN",
  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM x.decided_at - x.held_since)::float8)
    FILTER (WHERE x.held_since IS NOT NULL) AS "medianSeconds"
FROM moderation_decision x WHERE x.logged_on >= $1::date AND x.logged_on < $2::date
GROUP BY GROUPING SETS ((x.department_id), ());
