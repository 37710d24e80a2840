import type { BulkView, RefusedRow } from '#contracts/bulk.http.js';
import { bulkState, mayCancelBulk, mayRetryBulk, mayUndoBulk } from '#domain/bulk/bulk.lifecycle.js';
import type { BulkRecord, RefusedRecord } from './bulk.queries.js';

export function bulkView(record: BulkRecord, now: Date): BulkView {
  const progress = progressOf(record);
  return {
    id: record.id,
    order: record.what,
    undoes: record.undoesId,
    undoneBy: record.undoneById,
    state: bulkState(progress),
    total: record.total,
    done: record.done,
    refused: record.refused,
    orderedAt: record.orderedAt.toISOString(),
    finishedAt: record.finishedAt?.toISOString() ?? null,
    may: {
      cancel: mayCancelBulk(progress),
      undo: mayUndoBulk(progress, now),
      retry: mayRetryBulk(progress),
    },
  };
}

export function progressOf(record: BulkRecord) {
  return { ...record, isUndo: record.undoesId !== null, isUndone: record.undoneById !== null };
}

export function refusedRowView(record: RefusedRecord): RefusedRow {
  const { reference, title, excerpt, language } = record;
  const isReadable = reference !== null && excerpt !== null && language !== null;
  return {
    conversationId: record.conversationId,
    conversation: isReadable ? { reference, title, excerpt, language } : null,
    code: record.refusal.code,
    detail: record.refusal.detail,
  };
}
