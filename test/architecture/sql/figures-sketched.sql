SELECT key, sum(n)::int AS n, sum(timed)::int AS timed, sum(ms)::float8 AS ms, sum(judged)::int AS judged,
  sum(within)::int AS within, sum(within_five_days)::int AS "withinFiveDays", sum(within_seven_days)::int AS "withinSevenDays",
  string_agg(bin || ' ' || timed, ' ') AS bins
FROM (
  SELECT m.ended_on::text AS key, m.calendar_bin AS bin, count(m.calendar_ms)::int AS n, count(m.calendar_ms) AS timed,
    coalesce(sum(m.calendar_ms), 0) AS ms, count(m.is_within) AS judged, count(*) FILTER (WHERE m.is_within) AS within,
    count(*) FILTER (WHERE m.calendar_ms <= 432000000) AS within_five_days,
    count(*) FILTER (WHERE m.calendar_ms <= 604800000) AS within_seven_days
  FROM measurement m WHERE m.department_id = ANY($1::uuid[]) AND m.measure = $2 AND m.ended_on >= $3::date AND m.ended_on <= $4::date AND m.channel_id::text = $5 AND m.priority = $6
  GROUP BY 1, 2
) counted GROUP BY key;
