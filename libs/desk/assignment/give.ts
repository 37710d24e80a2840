import type { Acted } from '#contracts/conversations.http.js';
import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import type { AssignmentReason } from '#domain/assignment/assignment-reason.js';
import { afterAct, type ConversationAct } from '#domain/conversations/conversation.lifecycle.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { byOfficer, changeConversation } from '../conversations/conversation-record.js';
import { answersThere, endAssignment, takeInHand } from '../conversations/hands.js';

interface Gift {
  actor: Actor;
  act: Extract<ConversationAct, 'claim' | 'assign'>;
  officerId: string;
  reason: AssignmentReason;
  at: Date;
}

/** Puts a locked conversation into an officer's hand because a person said so. */
export async function give(tx: Tx, conversation: Conversation, gift: Gift): Promise<Acted> {
  const { officerId, reason, at } = gift;
  const status = afterAct(conversation.status, gift.act);
  await endAssignment(tx, conversation.id, { at });
  await takeInHand(tx, { conversationId: conversation.id, officerId, reason, at });
  // Asked under the officer's lock: the role may have been taken away since the request came.
  if (!(await answersThere(tx, officerId, conversation.departmentId)))
    throw new Refusal('forbidden', { detail: 'No longer an officer of this department.' });
  const payload = { officerId, reason, ...(conversation.officerId && { fromOfficerId: conversation.officerId }) };
  const changed = await changeConversation(tx, conversation, {
    patch: { status, officerId },
    fact: { type: 'conversation.assigned', actor: byOfficer(gift.actor), payload, at },
  });
  return { id: changed.id, status: changed.status, version: changed.version };
}
