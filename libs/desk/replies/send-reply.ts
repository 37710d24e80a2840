import type { Conversation } from '#database/entities/conversation.entity.js';
import { Department } from '#database/entities/department.entity.js';
import { Reply } from '#database/entities/reply.entity.js';
import { ReplyDraft } from '#database/entities/reply-draft.entity.js';
import type { Tx } from '#database/transaction.js';
import { afterAct } from '#domain/conversations/conversation.lifecycle.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { type DraftWords, losesDraft, NO_WORDS, wordsOfReply } from '#domain/replies/draft-words.js';
import { assertHolding } from '#domain/replies/holding.js';
import { textOnChannel } from '#domain/replies/holding-sentence.js';
import { leavesAt } from '#domain/replies/reply.lifecycle.js';
import type { ReplyKind } from '#domain/replies/reply-kind.js';
import { arrivedAfter } from '../conversations/arrivals.queries.js';
import { assertFitsChannel } from '../conversations/channel-limit.js';
import {
  assertNotMerged,
  assertSeen,
  byOfficer,
  changeConversation,
  lockConversation,
} from '../conversations/conversation-record.js';
import { holdingFactsIn } from '../conversations/holding.queries.js';
import { leaveReply } from './leave-reply.js';
import { type DraftKey, lockDraft, writeDraft } from './reply-draft-record.js';

export interface SendReply {
  conversationId: string;
  /** Made by the console: the same one again is the same reply. */
  replyId: string;
  kind: ReplyKind;
  body: string;
  /** Of a holding reply, and of no other: until when more time is taken, and why. */
  until?: Date | undefined;
  reason?: string | undefined;
  /** The last entry that the officer has read: somebody may have written since. */
  lastEntryId?: string | undefined;
  /** Stricter, and instead of it: any change since refuses. */
  version?: number | undefined;
}

export type Sending =
  | { conversation: Conversation; reply: Reply; draft: ReplyDraft }
  /** Nothing was sent: these entries of the thread have not been read. */
  | { conversation: Conversation; unread: string[] };

/** The reply waits for the department's seconds of undo and then leaves; where there are none, it leaves here. */
export async function sendReply(tx: Tx, actor: Actor, order: SendReply, at: Date): Promise<Sending> {
  const { conversationId, replyId } = order;
  const words = wordsOf(order);
  const conversation = await lockConversation(tx, conversationId);
  if (!mayOn(actor, 'read', conversation)) throw new Refusal('not-found', { detail: 'There is no such conversation.' });
  const key = { conversationId, officerId: actor.officerId };
  const earlier = await tx.findOneBy(Reply, { id: replyId });
  if (earlier) {
    assertSame(earlier, { ...key, ...words });
    return { conversation, reply: earlier, draft: await lockDraft(tx, key, at) };
  }
  assertMaySend(actor, conversation, words.kind);
  const { undoSeconds, timeZone } = await tx.findOneByOrFail(Department, { id: conversation.departmentId });
  const { language, channelId } = conversation;
  await assertFitsChannel(tx, channelId, textOnChannel(heldWords(words), { language, timeZone }));
  const unread = await unreadOf(tx, conversation, order);
  if (unread.length > 0) return { conversation, unread };
  if (words.holdingUntil) assertHolding(words.holdingUntil, await holdingFactsIn(tx, conversationId), at);
  const reply: Reply = {
    id: replyId,
    ...key,
    ...words,
    state: 'waiting',
    version: 1,
    pressedAt: at,
    leavesAt: leavesAt(at, { undoSeconds, waitingUntil: conversation.replyLeavesAt }),
    leavingFailures: 0,
    nextTryAt: null,
    sentAt: at,
    isImported: false,
  };
  return {
    ...(await put(tx, actor, { conversation, reply, at })),
    draft: await clearDraft(tx, key, { sent: wordsOfReply(words, timeZone), at }),
  };
}

export type Words = Pick<Reply, 'kind' | 'body' | 'holdingUntil' | 'holdingReason'>;

function wordsOf({ kind, body, until, reason }: SendReply): Words {
  return { kind, body: body.trim(), holdingUntil: until ?? null, holdingReason: reason ?? null };
}

/** As the citizen reads them. */
export function heldWords({ body, holdingUntil: until, holdingReason: reason }: Omit<Words, 'kind'>) {
  return { body, holding: until && reason ? { until, reason } : null };
}

async function put(
  tx: Tx,
  actor: Actor,
  { conversation, reply, at }: { conversation: Conversation; reply: Reply; at: Date },
) {
  const sentAt = reply.leavesAt ?? at;
  await tx.insert(Reply, { ...reply, sentAt });
  // One that waits still, though its time is over, is not overtaken.
  if (sentAt <= at && !conversation.replyLeavesAt) {
    const left = await leaveReply(tx, conversation, reply, at);
    return { conversation: left, reply: { ...reply, state: 'sent' as const, sentAt: at } };
  }
  const { kind } = reply;
  const payload = { replyId: reply.id, leavesAt: sentAt.toISOString(), ...(kind !== 'answer' && { kind }) };
  const changed = await changeConversation(tx, conversation, {
    patch: { replyLeavesAt: sentAt },
    fact: { type: 'reply.waiting', actor: byOfficer(actor), payload, at },
  });
  return { conversation: changed, reply: { ...reply, sentAt } };
}

/** The act that each kind of reply is. */
const ACT_OF = { answer: 'answer', question: 'ask', holding: 'put-off' } as const;

function assertMaySend(actor: Actor, conversation: Conversation, kind: ReplyKind): void {
  assertNotMerged(conversation);
  if (!mayOn(actor, 'reply', conversation)) {
    throw new Refusal('forbidden', {
      detail: 'Only the officer who has the conversation answers it: claim it first.',
    });
  }
  // Asked now, so that nobody learns in ten seconds that it could not leave.
  afterAct(conversation.status, ACT_OF[kind]);
}

function unreadOf(tx: Tx, conversation: Conversation, { lastEntryId, version }: SendReply): Promise<string[]> {
  if (lastEntryId !== undefined) return arrivedAfter(tx, conversation.id, lastEntryId);
  if (version !== undefined) assertSeen(conversation, version);
  return Promise.resolve([]);
}

/** The same id with another text is another reply: sending it as the first one would lose its words without a sound. */
function assertSame(earlier: Reply, again: Pick<Reply, 'conversationId' | 'officerId'> & Words): void {
  const isMine = earlier.conversationId === again.conversationId && earlier.officerId === again.officerId;
  if (isMine && saysTheSame(earlier, again) && earlier.state !== 'taken-back') return;
  if (isMine && earlier.state === 'taken-back') {
    throw new Refusal('wrong-state', { detail: 'This reply was taken back.', current: { replyId: earlier.id } });
  }
  const reason = 'was used for another text';
  throw new Refusal('invalid', { detail: `replyId: ${reason}`, errors: [{ field: 'replyId', reason }] });
}

function saysTheSame(one: Words, other: Words): boolean {
  return (
    one.kind === other.kind &&
    one.body === other.body &&
    one.holdingUntil?.getTime() === other.holdingUntil?.getTime() &&
    one.holdingReason === other.holdingReason
  );
}

/** Words that were saved from elsewhere and are not in the reply stay. */
async function clearDraft(tx: Tx, key: DraftKey, { sent, at }: { sent: DraftWords; at: Date }): Promise<ReplyDraft> {
  const draft = await lockDraft(tx, key, at);
  return losesDraft(draft, sent) ? draft : writeDraft(tx, draft, NO_WORDS, at);
}
