SELECT m.ended_on::text AS key, m.calendar_bin AS bin, count(*)::int AS n, count(m.calendar_ms)::int AS timed,
  coalesce(sum(m.calendar_ms), 0)::float8 AS ms, count(m.is_within)::int AS judged,
  (count(*) FILTER (WHERE m.is_within))::int AS within,
  (count(*) FILTER (WHERE m.calendar_ms <= 432000000))::int AS "withinFiveDays",
  (count(*) FILTER (WHERE m.calendar_ms <= 604800000))::int AS "withinSevenDays"
FROM measurement m WHERE m.department_id = ANY($1::uuid[]) AND m.measure = $2 AND m.ended_on >= $3::date AND m.ended_on <= $4::date AND m.channel_id::text = $5 AND m.priority = $6
GROUP BY 1, 2;
