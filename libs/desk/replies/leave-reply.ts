import type { Conversation } from '#database/entities/conversation.entity.js';
import { Department } from '#database/entities/department.entity.js';
import { Reply } from '#database/entities/reply.entity.js';
import type { Tx } from '#database/transaction.js';
import { afterAct } from '#domain/conversations/conversation.lifecycle.js';
import { answerDueAt } from '#domain/deadlines/answer-deadline.js';
import { type ConversationPatch, changeConversation, type EventActor } from '../conversations/conversation-record.js';
import { endAssignment } from '../conversations/hands.js';
import { PARTS } from '../conversations/merged-parts.js';
import { keepFindable } from '../conversations/search-index.js';
import { whyNotHeld } from './still-held.js';

/**
 * The waiting reply goes out: from now on it is public and an answer. The conversation is locked by the caller. Whoever
 * pressed send may be gone since: the reply leaves all the same.
 */
export async function leaveReply(tx: Tx, conversation: Conversation, reply: Reply, at: Date): Promise<Conversation> {
  await tx.update(Reply, { id: reply.id }, { state: 'sent', sentAt: at });
  await keepFindable(tx, 'reply', [reply.id]);
  const laterMessageAt = await earliestMessageAfter(tx, reply);
  const patch = laterMessageAt
    ? await stillWaiting(tx, conversation, laterMessageAt)
    : { status: afterAct(conversation.status, 'answer'), waitingSince: null };
  if (patch.status !== 'assigned') await endAssignment(tx, conversation.id, { at });
  return changeConversation(tx, conversation, {
    patch: {
      ...patch,
      firstAnsweredAt: conversation.firstAnsweredAt ?? at,
      replyLeavesAt: await lastToLeave(tx, conversation.id),
    },
    fact: { type: 'reply.sent', actor: senderOf(reply), payload: { replyId: reply.id }, at },
  });
}

/** What the citizen wrote while the reply waited is not answered by it: it waits from then on, under its own promise. */
async function stillWaiting(tx: Tx, conversation: Conversation, waitingSince: Date): Promise<ConversationPatch> {
  const act = (await whyNotHeld(tx, conversation)) ? 'release' : 'answer-earlier';
  const status = afterAct(conversation.status, act);
  const { answerWithinHours } = await tx.findOneByOrFail(Department, { id: conversation.departmentId });
  return {
    status,
    waitingSince,
    officerId: status === 'assigned' ? conversation.officerId : null,
    answerDueAt: answerDueAt(waitingSince, answerWithinHours),
  };
}

/** One that is still being screened or held changes nothing yet: it opens the conversation again once it is cleared. */
async function earliestMessageAfter(tx: Tx, { conversationId, pressedAt }: Reply): Promise<Date | null> {
  const [row]: { at: Date | null }[] = await tx.query(
    `SELECT min(posted_at) AS at FROM message
     WHERE conversation_id = ${PARTS} AND received_at > $2 AND state NOT IN ('screening', 'held')`,
    [conversationId, pressedAt],
  );
  return row?.at ?? null;
}

/** When the last of the replies leaves that still wait; null where none does. */
export async function lastToLeave(tx: Tx, conversationId: string): Promise<Date | null> {
  const [row]: { at: Date | null }[] = await tx.query(
    `SELECT max(leaves_at) AS at FROM reply WHERE conversation_id = $1 AND state = 'waiting'`,
    [conversationId],
  );
  return row?.at ?? null;
}

function senderOf({ officerId }: Reply): EventActor {
  return officerId ? { kind: 'officer', id: officerId } : { kind: 'system', id: null };
}
