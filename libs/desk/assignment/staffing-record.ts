import type { Tx } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { byOfficer, record } from '../conversations/conversation-record.js';

interface Changed {
  actor: Actor;
  departmentIds: readonly string[];
  at: Date;
  payload: Record<string, unknown>;
}

/** One fact per department: each offers its queue again, since somebody may now take what nobody could. */
export function recordStaffing(tx: Tx, { actor, departmentIds, at, payload }: Changed): Promise<void> {
  return record(
    tx,
    departmentIds.map((departmentId) => ({
      type: 'staffing.changed',
      conversationId: null,
      departmentId,
      version: null,
      actor: byOfficer(actor),
      payload,
      at,
    })),
  );
}
