import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import { type Before, restored } from '#domain/bulk/before.js';
import { type ConversationPermission, mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { assertNotMerged, assertStill, byOfficer, changeConversation } from '../conversations/conversation-record.js';
import { answersThere, endAssignment, lockOfficer } from '../conversations/hands.js';
import { takeAlong } from '../conversations/move-conversation.js';

interface TakingBack {
  actor: Actor;
  /** What the act needs that is taken back. */
  permission: ConversationPermission;
  before: Before;
  doneVersion: number;
  at: Date;
}

/**
 * Undoes what an officer did, exactly: who had it, where, its marks, and the clock as it ran. The caller has made sure
 * that the act was the actor's own and that nobody did anything since: that, and not a role in the department where
 * the conversation is now, is what lets an officer take back a transfer. Who may not do the act any more, as the
 * conversation was before it, may not take it back either. Returns the version after it.
 */
export async function takeBack(
  tx: Tx,
  conversation: Conversation,
  { actor, permission, before, doneVersion, at }: TakingBack,
): Promise<number> {
  if (!mayOn(actor, 'read', before)) throw new Refusal('not-found', { detail: 'You have no part in it any more.' });
  if (!mayOn(actor, permission, before))
    throw new Refusal('forbidden', { detail: 'What you did to it you may not do any more.' });
  assertNotMerged(conversation);
  assertStill(conversation, 'release');
  const to = restored(before, await takesThere(tx, before));
  await endAssignment(tx, conversation.id, { at });
  if (to.status === 'assigned') await resumeAssignment(tx, conversation.id, to.officerId);
  if (to.departmentId !== conversation.departmentId) await takeAlong(tx, conversation.id, to.departmentId);
  const payload = {
    fromStatus: conversation.status,
    toStatus: to.status,
    undoesVersion: doneVersion,
    ...(to.officerId && { officerId: to.officerId }),
    ...(conversation.officerId && { fromOfficerId: conversation.officerId }),
    ...(to.departmentId !== conversation.departmentId && {
      fromDepartmentId: conversation.departmentId,
      toDepartmentId: to.departmentId,
    }),
  };
  const fact = { type: 'conversation.restored' as const, actor: byOfficer(actor), payload, at };
  const changed = await changeConversation(tx, conversation, { patch: to, fact });
  return changed.version;
}

/** Locked, so that a worker counting hands at this moment counts this one too. */
async function takesThere(tx: Tx, { officerId, departmentId }: Before): Promise<boolean> {
  if (officerId === null || !(await lockOfficer(tx, officerId))) return false;
  return answersThere(tx, officerId, departmentId);
}

/** The very assignment goes on that the act ended, with its reason. */
async function resumeAssignment(tx: Tx, conversationId: string, officerId: string | null): Promise<void> {
  await tx.query(
    `UPDATE assignment SET ended_at = NULL, ended_because = NULL WHERE id = (
       SELECT id FROM assignment WHERE conversation_id = $1 AND officer_id = $2 ORDER BY assigned_at DESC LIMIT 1)`,
    [conversationId, officerId],
  );
}
