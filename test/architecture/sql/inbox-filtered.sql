SELECT c.id, c.version, c.reference, c.status, c.title, c.excerpt, c.language, z.name AS "citizenName",
  d.id AS "departmentId", d.slug AS "departmentSlug", d.name_en AS "departmentNameEn", d.name_zh AS "departmentNameZh",
  o.id AS "officerId", o.name AS "officerName", c.last_message_at AS "lastMessageAt", c.waiting_since AS "waitingSince",
  c.answer_due_at AS "answerDueAt", c.first_answered_at AS "firstAnsweredAt", c.priority, c.tag_ids AS "tagIds",
  c.snoozed_until AS "snoozedUntil", c.snoozed_until_message AS "snoozedUntilMessage", c.asked_at AS "askedAt", c.escalated_at AS "escalatedAt"
FROM (
  SELECT c.* FROM unnest($1::uuid[]) AS mine (department_id) CROSS JOIN unnest($4::text[]) AS one (value)
  CROSS JOIN LATERAL ((
    SELECT * FROM conversation c WHERE c.department_id = mine.department_id AND lower(split_part(c.language, '-', 1)) = one.value AND c.status IN ('answered', 'closed') AND c.status <> 'merged' AND c.tag_ids && $5::uuid[] AND c.tag_ids <> '{}' AND c.waiting_since IS NULL AND (c.last_message_at, c.id) < ($6::timestamptz, $7::uuid)
      AND $2::uuid IS NOT NULL AND $3::timestamptz IS NOT NULL
    ORDER BY c.last_message_at DESC, c.id DESC LIMIT 51) UNION ALL (
    SELECT * FROM conversation c WHERE c.department_id = mine.department_id AND lower(split_part(c.language, '-', 1)) = one.value AND c.status = 'received' AND c.status <> 'merged' AND c.tag_ids && $5::uuid[] AND c.tag_ids <> '{}' AND c.waiting_since IS NULL AND (c.last_message_at, c.id) < ($6::timestamptz, $7::uuid)
      AND $2::uuid IS NOT NULL AND $3::timestamptz IS NOT NULL
    ORDER BY c.last_message_at DESC, c.id DESC LIMIT 51) UNION ALL (
    SELECT * FROM conversation c WHERE c.department_id = mine.department_id AND lower(split_part(c.language, '-', 1)) = one.value AND c.status = 'held' AND c.status <> 'merged' AND c.tag_ids && $5::uuid[] AND c.tag_ids <> '{}' AND c.waiting_since IS NULL AND (c.last_message_at, c.id) < ($6::timestamptz, $7::uuid)
      AND $2::uuid IS NOT NULL AND $3::timestamptz IS NOT NULL
    ORDER BY c.last_message_at DESC, c.id DESC LIMIT 51) UNION ALL (
    SELECT * FROM conversation c WHERE c.department_id = mine.department_id AND lower(split_part(c.language, '-', 1)) = one.value AND c.status = 'queued' AND c.status <> 'merged' AND c.tag_ids && $5::uuid[] AND c.tag_ids <> '{}' AND c.waiting_since IS NULL AND (c.last_message_at, c.id) < ($6::timestamptz, $7::uuid)
      AND $2::uuid IS NOT NULL AND $3::timestamptz IS NOT NULL
    ORDER BY c.last_message_at DESC, c.id DESC LIMIT 51) UNION ALL (
    SELECT * FROM conversation c WHERE c.department_id = mine.department_id AND lower(split_part(c.language, '-', 1)) = one.value AND c.status = 'assigned' AND c.status <> 'merged' AND c.tag_ids && $5::uuid[] AND c.tag_ids <> '{}' AND c.waiting_since IS NULL AND (c.last_message_at, c.id) < ($6::timestamptz, $7::uuid)
      AND $2::uuid IS NOT NULL AND $3::timestamptz IS NOT NULL
    ORDER BY c.last_message_at DESC, c.id DESC LIMIT 51) UNION ALL (
    SELECT * FROM conversation c WHERE c.department_id = mine.department_id AND lower(split_part(c.language, '-', 1)) = one.value AND c.status = 'merged' AND c.status <> 'merged' AND c.tag_ids && $5::uuid[] AND c.tag_ids <> '{}' AND c.waiting_since IS NULL AND (c.last_message_at, c.id) < ($6::timestamptz, $7::uuid)
      AND $2::uuid IS NOT NULL AND $3::timestamptz IS NOT NULL
    ORDER BY c.last_message_at DESC, c.id DESC LIMIT 51)
  ) c
  ORDER BY c.last_message_at DESC, c.id DESC LIMIT 51
) c
JOIN department d ON d.id = c.department_id
JOIN citizen z ON z.id = c.citizen_id
LEFT JOIN officer o ON o.id = c.officer_id
ORDER BY c.last_message_at DESC, c.id DESC;
