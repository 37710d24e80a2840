import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import type { TakenBackBecause } from '#domain/assignment/taken-back.js';
import { afterAct } from '#domain/conversations/conversation.lifecycle.js';
import { changeConversation, SYSTEM } from '../conversations/conversation-record.js';
import { endAssignment } from '../conversations/hands.js';

/** Why its officer can no longer answer: the account or the role was lost while a reply waited. Null where they can. */
export async function whyNotHeld(
  tx: Tx,
  { status, officerId, departmentId }: Pick<Conversation, 'status' | 'officerId' | 'departmentId'>,
): Promise<TakenBackBecause | null> {
  if (status !== 'assigned') return null;
  const [row]: { isActive: boolean; isOfficer: boolean }[] = await tx.query(
    `SELECT o.is_active AS "isActive", EXISTS (SELECT 1 FROM role_grant g
       WHERE g.officer_id = o.id AND g.role = 'officer' AND g.department_id = $2) AS "isOfficer"
     FROM officer o WHERE o.id = $1`,
    [officerId, departmentId],
  );
  if (!row?.isActive) return 'deactivated';
  return row.isOfficer ? null : 'role-removed';
}

/** A waiting reply kept it with an officer who may not answer it any more: once none waits, a colleague does. */
export async function releasedIfNotHeld(tx: Tx, conversation: Conversation, at: Date): Promise<Conversation> {
  const because = conversation.replyLeavesAt ? null : await whyNotHeld(tx, conversation);
  if (!because) return conversation;
  const { officerId: fromOfficerId } = conversation;
  await endAssignment(tx, conversation.id, { at, because });
  return changeConversation(tx, conversation, {
    patch: { status: afterAct(conversation.status, 'release'), officerId: null },
    fact: { type: 'conversation.released', actor: SYSTEM, payload: { fromOfficerId, because }, at },
  });
}
