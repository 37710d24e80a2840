import type { Conversation } from '#database/entities/conversation.entity.js';
import { Reply } from '#database/entities/reply.entity.js';
import type { Tx } from '#database/transaction.js';
import { afterAct } from '#domain/conversations/conversation.lifecycle.js';
import { snoozeOf } from '#domain/triage/snooze.js';
import { type ConversationPatch, changeConversation, type EventActor } from '../conversations/conversation-record.js';
import { endAssignment } from '../conversations/hands.js';
import { PARTS } from '../conversations/merged-parts.js';
import { keepFindable } from '../conversations/search-index.js';
import { releasedIfNotHeld, whyNotHeld } from './still-held.js';

/**
 * The waiting reply goes out: from now on it is public. The conversation is locked by the caller. Whoever pressed send
 * may be gone since: the reply leaves all the same.
 */
export async function leaveReply(tx: Tx, conversation: Conversation, reply: Reply, at: Date): Promise<Conversation> {
  await tx.update(Reply, { id: reply.id }, { state: 'sent', sentAt: at });
  await keepFindable(tx, 'reply', [reply.id]);
  const patch = await AFTER[reply.kind](tx, conversation, reply, at);
  const { status } = { ...conversation, ...patch };
  if (status !== 'assigned') await endAssignment(tx, conversation.id, { at });
  const left = await changeConversation(tx, conversation, {
    patch: { ...patch, replyLeavesAt: await lastToLeave(tx, conversation.id) },
    fact: { type: 'reply.sent', actor: senderOf(reply), payload: payloadOf(reply, patch), at },
  });
  return releasedIfNotHeld(tx, left, at);
}

type After = (tx: Tx, conversation: Conversation, reply: Reply, at: Date) => Promise<ConversationPatch>;

/** What each kind of reply makes of the conversation. */
const AFTER: Record<Reply['kind'], After> = {
  answer: afterAnswer,
  question: afterQuestion,
  // Whoever waits still waits: only the promise moves, which is derived from the fact.
  holding: () => Promise.resolve({}),
};

async function afterAnswer(tx: Tx, conversation: Conversation, reply: Reply, at: Date): Promise<ConversationPatch> {
  const laterMessageAt = await earliestMessageAfter(tx, reply);
  const patch = laterMessageAt
    ? await stillWaiting(tx, conversation, laterMessageAt)
    : { status: afterAct(conversation.status, 'answer'), waitingSince: null };
  return { ...patch, firstAnsweredAt: conversation.firstAnsweredAt ?? at };
}

/**
 * The desk waits for the citizen, out of its lists. A question that crosses with a message of the citizen, or that
 * leaves after an answer, stops no clock: then there is something to read first, or nothing to wait for.
 */
async function afterQuestion(tx: Tx, conversation: Conversation, reply: Reply, at: Date): Promise<ConversationPatch> {
  if (conversation.status !== 'assigned' || (await earliestMessageAfter(tx, reply))) return {};
  return {
    status: afterAct(conversation.status, 'ask'),
    waitingSince: null,
    answerDueAt: null,
    askedAt: at,
    ...snoozeOf({ until: null, untilMessage: true }, at),
  };
}

/** What the citizen wrote while the reply waited is not answered by it: it waits from then on, under its own promise. */
async function stillWaiting(tx: Tx, conversation: Conversation, waitingSince: Date): Promise<ConversationPatch> {
  const act = (await whyNotHeld(tx, conversation)) ? 'release' : 'answer-earlier';
  const status = afterAct(conversation.status, act);
  return {
    status,
    waitingSince,
    officerId: status === 'assigned' ? conversation.officerId : null,
    answerDueAt: null,
  };
}

/** One that is still being screened or held changes nothing yet: it opens the conversation again once it is cleared. */
async function earliestMessageAfter(tx: Tx, { conversationId, pressedAt }: Reply): Promise<Date | null> {
  const [row]: { at: Date | null }[] = await tx.query(
    `SELECT min(posted_at) AS at FROM message
     WHERE conversation_id = ${PARTS} AND received_at > $2 AND state NOT IN ('screening', 'held', 'rejected')`,
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

/** `isAsked` is false for a question that stopped no clock. The reason of a holding reply is not in it: it is a text. */
function payloadOf(
  { id: replyId, kind, holdingUntil }: Reply,
  { askedAt }: ConversationPatch,
): Record<string, unknown> {
  if (kind === 'answer') return { replyId };
  if (kind === 'question') return { replyId, kind, isAsked: askedAt !== undefined };
  return { replyId, kind, until: holdingUntil?.toISOString() };
}
