SELECT b.id, b.officer_id AS "officerId", b.what - 'selected' AS what, b.undoes_id AS "undoesId"
FROM bulk_act b
WHERE b.finished_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM bulk_act e
  WHERE e.officer_id = b.officer_id AND e.finished_at IS NULL AND (e.ordered_at, e.id) < (b.ordered_at, b.id)
)
ORDER BY b.worked_at NULLS FIRST, b.ordered_at, b.id LIMIT 1
FOR NO KEY UPDATE OF b SKIP LOCKED;
