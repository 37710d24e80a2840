import type { DataSource } from 'typeorm';
import type { BulkOrder } from '#contracts/bulk.http.js';
import type { Tx } from '#database/transaction.js';
import type { BulkProgress } from '#domain/bulk/bulk.lifecycle.js';

export interface BulkRecord extends Omit<BulkProgress, 'isUndo' | 'isUndone'> {
  id: string;
  officerId: string;
  what: BulkOrder;
  /** Which rows it was ordered over: see `fingerprintOf`. */
  selected: string | null;
  undoesId: string | null;
  undoneById: string | null;
}

const COLUMNS = `b.id, b.officer_id AS "officerId", b.what - 'selected' AS what, b.what ->> 'selected' AS selected, b.undoes_id AS "undoesId", u.id AS "undoneById", b.total, b.done,
    b.refused, b.ordered_at AS "orderedAt", b.worked_at AS "workedAt", b.finished_at AS "finishedAt",
    b.cancelled_at AS "cancelledAt"`;

const FROM = 'bulk_act b LEFT JOIN bulk_act u ON u.undoes_id = b.id';

/** Somebody else's bulk act does not exist: null. */
export async function bulkRecord(from: DataSource | Tx, officerId: string, id: string): Promise<BulkRecord | null> {
  const sql = `SELECT ${COLUMNS} FROM ${FROM} WHERE b.id = $1 AND b.officer_id = $2`;
  const [record]: BulkRecord[] = await from.query(sql, [id, officerId]);
  return record ?? null;
}

const SHOWN = 20;

export const RECENT_BULKS = `
  SELECT ${COLUMNS}
  FROM ${FROM}
  WHERE b.officer_id = $1
  ORDER BY b.ordered_at DESC, b.id DESC LIMIT ${SHOWN}`;

/** The officer's own, the newest first. */
export function recentBulks(dataSource: DataSource, officerId: string): Promise<BulkRecord[]> {
  return dataSource.query(RECENT_BULKS, [officerId]);
}

export interface RefusedRecord {
  place: number;
  conversationId: string;
  refusal: { code: string; detail: string | null };
  reference: string | null;
  title: string | null;
  excerpt: string | null;
  language: string | null;
}

/** $2 readable departments: of a conversation elsewhere nothing but its id is given, which the caller had sent. */
export const REFUSED_ITEMS = `
  SELECT i.place, i.conversation_id AS "conversationId", i.refusal, c.reference, c.title, c.excerpt, c.language
  FROM bulk_item i
  LEFT JOIN conversation c ON c.id = i.conversation_id AND c.department_id = ANY($2::uuid[])
  WHERE i.bulk_id = $1 AND i.outcome = 'refused' AND i.place > $3
  ORDER BY i.place LIMIT $4`;

export function refusedItems(
  dataSource: DataSource,
  { bulkId, departmentIds, after, rows }: { bulkId: string; departmentIds: string[]; after: number; rows: number },
): Promise<RefusedRecord[]> {
  return dataSource.query(REFUSED_ITEMS, [bulkId, departmentIds, after, rows]);
}
