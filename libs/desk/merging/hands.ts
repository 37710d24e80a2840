import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import type { AssignmentReason } from '#domain/assignment/assignment-reason.js';
import { hasRoomFor } from '#domain/assignment/eligibility.js';
import { holderOf, type Work } from '#domain/merging/work.js';
import { answersThere, endAssignment, lockOfficer, takeInHand } from '../conversations/hands.js';
import { loadsOf } from '../conversations/officer-loads.js';

/** Ends and begins the assignment, where the work of a locked conversation goes from one hand to another. */
export async function changeHands(
  tx: Tx,
  conversation: Conversation,
  { to, reason, at }: { to: Pick<Work, 'status' | 'officerId'>; reason: AssignmentReason; at: Date },
): Promise<void> {
  const officerId = holderOf(to);
  if (officerId === holderOf(conversation)) return;
  await endAssignment(tx, conversation.id, { at });
  if (officerId) await takeInHand(tx, { conversationId: conversation.id, officerId, reason, at });
}

/** Whether the officer can take it up again: still at work in the department, with a free hand. */
export async function hasFreeHand(
  tx: Tx,
  officerId: string,
  { departmentId, priority }: Pick<Conversation, 'departmentId' | 'priority'>,
): Promise<boolean> {
  const officer = await lockOfficer(tx, officerId);
  // Asked once the row is locked: what was given or taken away while it was waited for counts.
  if (!officer || !(await answersThere(tx, officerId, departmentId))) return false;
  const load = (await loadsOf(tx, [officerId])).get(officerId)?.weight ?? 0;
  return hasRoomFor({ load, capacity: officer.capacity }, priority);
}
