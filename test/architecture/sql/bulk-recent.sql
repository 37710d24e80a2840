SELECT b.id, b.officer_id AS "officerId", b.what - 'selected' AS what, b.what ->> 'selected' AS selected, b.undoes_id AS "undoesId", u.id AS "undoneById", b.total, b.done,
  b.refused, b.ordered_at AS "orderedAt", b.worked_at AS "workedAt", b.finished_at AS "finishedAt",
  b.cancelled_at AS "cancelledAt"
FROM bulk_act b LEFT JOIN bulk_act u ON u.undoes_id = b.id
WHERE b.officer_id = $1
ORDER BY b.ordered_at DESC, b.id DESC LIMIT 20;
