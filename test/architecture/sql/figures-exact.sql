WITH ended AS (
  SELECT m.ended_on::text AS key, m.calendar_ms::float8 AS ms, m.calendar_ms, m.is_within
  FROM measurement m WHERE m.department_id = ANY($1::uuid[]) AND m.measure = $2 AND m.ended_on >= $3::date AND m.ended_on <= $4::date AND m.channel_id::text = $5
)
SELECT grouping(key) = 1 AS "isTotal", key, count(calendar_ms)::int AS n, count(is_within)::int AS judged,
  (count(*) FILTER (WHERE is_within))::int AS within,
  (count(*) FILTER (WHERE calendar_ms <= 432000000))::int AS "withinFiveDays",
  (count(*) FILTER (WHERE calendar_ms <= 604800000))::int AS "withinSevenDays",
  count(ms)::int AS timed, coalesce(sum(ms), 0) AS "sumMs",
  coalesce(percentile_cont(ARRAY[0.5, 0.75, 0.9, 0.95]) WITHIN GROUP (ORDER BY ms), '{NULL, NULL, NULL, NULL}') AS "percentilesMs"
FROM ended GROUP BY GROUPING SETS ((key), ());
