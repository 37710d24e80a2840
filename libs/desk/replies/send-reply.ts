import type { Conversation } from '#database/entities/conversation.entity.js';
import { Department } from '#database/entities/department.entity.js';
import { Reply } from '#database/entities/reply.entity.js';
import { ReplyDraft } from '#database/entities/reply-draft.entity.js';
import type { Tx } from '#database/transaction.js';
import { afterAct } from '#domain/conversations/conversation.lifecycle.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { losesWords } from '#domain/replies/draft-words.js';
import { leavesAt } from '#domain/replies/reply.lifecycle.js';
import { arrivedAfter } from '../conversations/arrivals.queries.js';
import { assertFitsChannel } from '../conversations/channel-limit.js';
import {
  assertNotMerged,
  assertSeen,
  byOfficer,
  changeConversation,
  lockConversation,
} from '../conversations/conversation-record.js';
import { leaveReply } from './leave-reply.js';
import { type DraftKey, lockDraft, writeDraft } from './reply-draft-record.js';

export interface SendReply {
  conversationId: string;
  /** Made by the console: the same one again is the same reply. */
  replyId: string;
  body: string;
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
  const body = order.body.trim();
  const conversation = await lockConversation(tx, conversationId);
  if (!mayOn(actor, 'read', conversation)) throw new Refusal('not-found', { detail: 'There is no such conversation.' });
  const key = { conversationId, officerId: actor.officerId };
  const earlier = await tx.findOneBy(Reply, { id: replyId });
  if (earlier) {
    assertSame(earlier, { ...key, body });
    return { conversation, reply: earlier, draft: await lockDraft(tx, key, at) };
  }
  assertMaySend(actor, conversation);
  await assertFitsChannel(tx, conversation.channelId, body);
  const unread = await unreadOf(tx, conversation, order);
  if (unread.length > 0) return { conversation, unread };
  const { undoSeconds } = await tx.findOneByOrFail(Department, { id: conversation.departmentId });
  const reply: Reply = {
    id: replyId,
    ...key,
    body,
    state: 'waiting',
    version: 1,
    pressedAt: at,
    leavesAt: leavesAt(at, { undoSeconds, waitingUntil: conversation.replyLeavesAt }),
    sentAt: at,
    isImported: false,
  };
  return { ...(await put(tx, actor, { conversation, reply, at })), draft: await clearDraft(tx, key, { body, at }) };
}

async function put(
  tx: Tx,
  actor: Actor,
  { conversation, reply, at }: { conversation: Conversation; reply: Reply; at: Date },
) {
  const sentAt = reply.leavesAt ?? at;
  await tx.insert(Reply, { ...reply, sentAt });
  if (sentAt <= at) {
    const left = await leaveReply(tx, conversation, reply, at);
    return { conversation: left, reply: { ...reply, state: 'sent' as const, sentAt: at } };
  }
  const payload = { replyId: reply.id, leavesAt: sentAt.toISOString() };
  const changed = await changeConversation(tx, conversation, {
    patch: { replyLeavesAt: sentAt },
    fact: { type: 'reply.waiting', actor: byOfficer(actor), payload, at },
  });
  return { conversation: changed, reply: { ...reply, sentAt } };
}

function assertMaySend(actor: Actor, conversation: Conversation): void {
  assertNotMerged(conversation);
  if (!mayOn(actor, 'reply', conversation)) {
    throw new Refusal('forbidden', {
      detail: 'Only the officer who has the conversation answers it: claim it first.',
    });
  }
  // Asked now, so that nobody learns in ten seconds that it could not leave.
  afterAct(conversation.status, 'answer');
}

function unreadOf(tx: Tx, conversation: Conversation, { lastEntryId, version }: SendReply): Promise<string[]> {
  if (lastEntryId !== undefined) return arrivedAfter(tx, conversation.id, lastEntryId);
  if (version !== undefined) assertSeen(conversation, version);
  return Promise.resolve([]);
}

/** The same id with another text is another reply: sending it as the first one would lose its words without a sound. */
function assertSame(earlier: Reply, again: Pick<Reply, 'conversationId' | 'officerId' | 'body'>): void {
  const isMine = earlier.conversationId === again.conversationId && earlier.officerId === again.officerId;
  if (isMine && earlier.body === again.body && earlier.state !== 'taken-back') return;
  if (isMine && earlier.state === 'taken-back') {
    throw new Refusal('wrong-state', { detail: 'This reply was taken back.', current: { replyId: earlier.id } });
  }
  const reason = 'was used for another text';
  throw new Refusal('invalid', { detail: `replyId: ${reason}`, errors: [{ field: 'replyId', reason }] });
}

/** Words that were saved from elsewhere and are not in the reply stay. */
async function clearDraft(tx: Tx, key: DraftKey, { body, at }: { body: string; at: Date }): Promise<ReplyDraft> {
  const draft = await lockDraft(tx, key, at);
  return losesWords(draft.body, body) ? draft : writeDraft(tx, draft, '', at);
}
