SELECT key, sum(n)::int AS n, sum(timed)::int AS timed, sum(ms)::float8 AS ms, sum(judged)::int AS judged,
  sum(within)::int AS within, sum(within_five_days)::int AS "withinFiveDays", sum(within_seven_days)::int AS "withinSevenDays",
  string_agg(bin || ' ' || timed, ' ') AS bins
FROM (
  SELECT m.ended_on::text AS key, m.calendar_bin AS bin, count(m.calendar_ms)::int AS n, count(m.calendar_ms) AS timed,
    coalesce(sum(m.calendar_ms), 0) AS ms, count(m.is_within) AS judged, count(*) FILTER (WHERE m.is_within) AS within,
    count(*) FILTER (WHERE m.calendar_ms <= 432000000) AS within_five_days,
    count(*) FILTER (WHERE m.calendar_ms <= 604800000) AS within_seven_days
  FROM unnest($3::date[], $4::date[]) AS part (first, last) CROSS JOIN unnest($1::uuid[]) AS d (id)
  JOIN measurement m ON m.department_id = d.id AND m.measure = $2 AND m.ended_on BETWEEN part.first AND part.last
  WHERE true AND m.priority = $5 AND m.language = $6
  GROUP BY 1, 2
) counted GROUP BY key;
