import { IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Assignment } from '#database/entities/assignment.entity.js';
import type { Tx } from '#database/transaction.js';
import type { AssignmentReason } from '#domain/assignment/assignment-reason.js';
import type { TakenBackBecause } from '#domain/assignment/taken-back.js';

interface Gift {
  conversationId: string;
  officerId: string;
  reason: AssignmentReason;
  at: Date;
}

/** Begins an assignment of a locked conversation; the one before has been ended. */
export async function takeInHand(tx: Tx, { conversationId, officerId, reason, at }: Gift): Promise<void> {
  // The officer's row is locked so that a worker counting hands at this moment counts this one too.
  await tx.query('UPDATE officer SET last_assigned_at = $2 WHERE id = $1', [officerId, at]);
  await tx.insert(Assignment, { id: uuidv7(), conversationId, officerId, reason, assignedAt: at, endedAt: null });
}

/** Ends the assignment of a locked conversation, if there is one; `because` where it was taken back. */
export async function endAssignment(
  tx: Tx,
  conversationId: string,
  { at, because }: { at: Date; because?: TakenBackBecause },
): Promise<void> {
  const ended = because ? { endedAt: at, endedBecause: because } : { endedAt: at };
  await tx.update(Assignment, { conversationId, endedAt: IsNull() }, ended);
}

/** Locks an officer's row, so that nobody else counts or fills these hands meanwhile. Null where there is none. */
export async function lockOfficer(tx: Tx, officerId: string): Promise<{ capacity: number } | null> {
  const [officer]: { capacity: number }[] = await tx.query(
    'SELECT capacity FROM officer WHERE id = $1 FOR NO KEY UPDATE',
    [officerId],
  );
  return officer ?? null;
}

/** Whether the officer, with an account, answers in the department by now. To rely on it, the officer's row is locked first. */
export async function answersThere(tx: Tx, officerId: string, departmentId: string): Promise<boolean> {
  const grants: unknown[] = await tx.query(
    `SELECT 1 FROM role_grant g JOIN officer o ON o.id = g.officer_id
     WHERE o.id = $1 AND o.is_active AND g.role = 'officer' AND g.department_id = $2`,
    [officerId, departmentId],
  );
  return grants.length > 0;
}
