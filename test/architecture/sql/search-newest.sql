SELECT f.entry_id AS "entryId", f.kind, coalesce(c.merged_into_id, c.id) AS "conversationId", f.at
FROM (
  SELECT * FROM (
  (SELECT e.entry_id, e.kind, e.conversation_id, e.at FROM search_entry e
   WHERE e.words @@ $4::tsquery AND e.at >= $5::timestamptz AND e.at < $6::timestamptz
     AND e.department_id = ANY($1::uuid[]) AND (e.at, e.entry_id) < ($2::timestamptz, $3::uuid)
   ORDER BY e.at DESC, e.entry_id DESC LIMIT 100) UNION ALL 
  (SELECT e.entry_id, e.kind, e.conversation_id, e.at FROM search_entry e
   WHERE e.words @@ $7::tsquery AND e.at >= $8::timestamptz AND e.at < $9::timestamptz
     AND e.department_id = ANY($1::uuid[]) AND (e.at, e.entry_id) < ($2::timestamptz, $3::uuid)
   ORDER BY e.at DESC, e.entry_id DESC LIMIT 100) UNION ALL 
  (SELECT e.entry_id, e.kind, e.conversation_id, e.at FROM search_entry e
   WHERE e.words @@ $10::tsquery AND e.at >= $11::timestamptz AND e.at < $12::timestamptz
     AND e.department_id = ANY($1::uuid[]) AND (e.at, e.entry_id) < ($2::timestamptz, $3::uuid)
   ORDER BY e.at DESC, e.entry_id DESC LIMIT 100) UNION ALL 
  (SELECT e.entry_id, e.kind, e.conversation_id, e.at FROM search_entry e
   WHERE e.words @@ $13::tsquery AND e.at >= $14::timestamptz AND e.at < $15::timestamptz
     AND e.department_id = ANY($1::uuid[]) AND (e.at, e.entry_id) < ($2::timestamptz, $3::uuid)
   ORDER BY e.at DESC, e.entry_id DESC LIMIT 100)
  ) newest_first LIMIT 100
) f
JOIN conversation c ON c.id = f.conversation_id
ORDER BY f.at DESC, f.entry_id DESC;
