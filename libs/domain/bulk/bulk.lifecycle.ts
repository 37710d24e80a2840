const UNDO_WITHIN_MS = 24 * 3_600_000;

/** How far a bulk act is. `total - done - refused` is what was not reached, in a cancelled one for good. */
export interface BulkProgress {
  total: number;
  done: number;
  refused: number;
  orderedAt: Date;
  workedAt: Date | null;
  finishedAt: Date | null;
  cancelledAt: Date | null;
  /** It takes another one back itself. */
  isUndo: boolean;
  isUndone: boolean;
}

export function bulkState({ workedAt, finishedAt, cancelledAt }: BulkProgress) {
  if (cancelledAt) return 'cancelled';
  if (finishedAt) return 'finished';
  return workedAt ? 'running' : 'waiting';
}

export function mayCancelBulk({ finishedAt }: BulkProgress): boolean {
  return finishedAt === null;
}

/** Once, within a day, and only what was ordered: the undo of an undo would be neither. */
export function mayUndoBulk({ finishedAt, done, orderedAt, isUndo, isUndone }: BulkProgress, now: Date): boolean {
  const isRecent = now.getTime() - orderedAt.getTime() <= UNDO_WITHIN_MS;
  return finishedAt !== null && done > 0 && isRecent && !isUndo && !isUndone;
}

export function mayRetryBulk({ finishedAt, done, total, isUndo, isUndone }: BulkProgress): boolean {
  return finishedAt !== null && done < total && !isUndo && !isUndone;
}
