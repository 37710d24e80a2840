import { IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Assignment } from '#database/entities/assignment.entity.js';
import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import type { AssignmentReason } from '#domain/assignment/assignment-reason.js';
import { hasRoomFor } from '#domain/assignment/eligibility.js';
import { holderOf, type Work } from '#domain/merging/work.js';
import { loadsOf } from '../conversations/officer-loads.js';

/** Ends and begins the assignment, where the work of a locked conversation goes from one hand to another. */
export async function changeHands(
  tx: Tx,
  conversation: Conversation,
  { to, reason, at }: { to: Pick<Work, 'status' | 'officerId'>; reason: AssignmentReason; at: Date },
): Promise<void> {
  const officerId = holderOf(to);
  if (officerId === holderOf(conversation)) return;
  await endAssignment(tx, conversation.id, at);
  if (!officerId) return;
  // The officer's row is locked so that a worker counting hands at this moment counts this one too.
  await tx.query('UPDATE officer SET last_assigned_at = $2 WHERE id = $1', [officerId, at]);
  await tx.insert(Assignment, {
    id: uuidv7(),
    conversationId: conversation.id,
    officerId,
    reason,
    assignedAt: at,
    endedAt: null,
  });
}

export async function endAssignment(tx: Tx, conversationId: string, at: Date): Promise<void> {
  await tx.update(Assignment, { conversationId, endedAt: IsNull() }, { endedAt: at });
}

/** Whether the officer can take it up again: still at work in the department, with a free hand. */
export async function hasFreeHand(
  tx: Tx,
  officerId: string,
  { departmentId, priority }: Pick<Conversation, 'departmentId' | 'priority'>,
): Promise<boolean> {
  const [officer]: { capacity: number }[] = await tx.query(
    `SELECT o.capacity FROM officer o
     JOIN role_grant g ON g.officer_id = o.id AND g.role = 'officer' AND g.department_id = $2
     WHERE o.id = $1 AND o.is_active FOR NO KEY UPDATE OF o`,
    [officerId, departmentId],
  );
  if (!officer) return false;
  // Asked once the row is locked: what a worker gave while it was waited for counts.
  const load = (await loadsOf(tx, [officerId])).get(officerId)?.weight ?? 0;
  return hasRoomFor({ load, capacity: officer.capacity }, priority);
}
