SELECT m.ended_on::text AS key, m.calendar_bin AS bin, count(m.calendar_ms)::int AS n, count(m.calendar_ms)::int AS timed,
  coalesce(sum(m.calendar_ms), 0)::float8 AS ms, count(m.is_within)::int AS judged,
  (count(*) FILTER (WHERE m.is_within))::int AS within,
  (count(*) FILTER (WHERE m.calendar_ms <= 432000000))::int AS "withinFiveDays",
  (count(*) FILTER (WHERE m.calendar_ms <= 604800000))::int AS "withinSevenDays"
FROM unnest($3::date[], $4::date[]) AS part (first, last) CROSS JOIN unnest($1::uuid[]) AS d (id)
JOIN measurement m ON m.department_id = d.id AND m.measure = $2 AND m.ended_on BETWEEN part.first AND part.last
WHERE $5::text IS NULL OR '' = $5
GROUP BY 1, 2;
