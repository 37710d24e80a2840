SELECT r.department_id AS "departmentId", r.starts_on::text AS "startsOn", r.counts, r.calendar
FROM unnest($5::date[], $6::date[]) AS part (first, last) CROSS JOIN unnest($1::uuid[]) AS d (id)
JOIN rollup r ON r.department_id = d.id AND r.measure = $2 AND r.dimension = $3 AND r.level = $4
  AND r.starts_on BETWEEN part.first AND part.last
WHERE r.starts_on <> ALL($7::date[]);
