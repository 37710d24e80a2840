SELECT n.id, n.kind, n.kinds, n.count, n.at, n.read_at AS "readAt", a.name AS "actorName", n.bulk_id AS "bulkId",
  c.id AS "conversationId", c.reference, c.title, z.name AS "citizenName",
  d.name_en AS "departmentNameEn", d.name_zh AS "departmentNameZh"
FROM notification n
LEFT JOIN conversation c ON c.id = n.conversation_id
LEFT JOIN citizen z ON z.id = c.citizen_id
LEFT JOIN department d ON d.id = c.department_id
LEFT JOIN officer a ON n.actor_kind = 'officer' AND a.id = n.actor_id
WHERE n.officer_id = $1 AND (n.conversation_id IS NULL OR c.department_id = ANY($2::uuid[])) AND (n.at, n.id) < ($3::timestamptz, $4::uuid)
ORDER BY n.at DESC, n.id DESC LIMIT $5;
