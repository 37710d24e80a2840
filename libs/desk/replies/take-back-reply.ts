import type { Conversation } from '#database/entities/conversation.entity.js';
import { Department } from '#database/entities/department.entity.js';
import { Reply } from '#database/entities/reply.entity.js';
import type { ReplyDraft } from '#database/entities/reply-draft.entity.js';
import type { Tx } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { joinedDraft, wordsOfReply } from '#domain/replies/draft-words.js';
import { takingBack } from '#domain/replies/reply.lifecycle.js';
import { byOfficer, changeConversation } from '../conversations/conversation-record.js';
import { lastToLeave } from './leave-reply.js';
import { lockDraft, writeDraft } from './reply-draft-record.js';
import { lockReply, type ReplyAddress } from './reply-record.js';
import { releasedIfNotHeld } from './still-held.js';

export interface TakenBack {
  conversation: Conversation;
  /** With the words in it again; null for whoever takes back a colleague's. */
  draft: ReplyDraft | null;
  /** In whose draft they are. */
  senderId: string;
}

/** The words go back into the draft of whoever sent them, before what has been begun there since. Asked twice it is done once. */
export async function takeBackReply(tx: Tx, actor: Actor, address: ReplyAddress, at: Date): Promise<TakenBack> {
  const { conversation, reply } = await lockReply(tx, actor, { ...address, act: 'take-back' });
  const { officerId } = reply;
  const isOwn = officerId === actor.officerId;
  const key = { conversationId: conversation.id, officerId: officerId ?? actor.officerId };
  const draft = await lockDraft(tx, key, at);
  const answer = takingBack(reply.state);
  if (answer === 'taken-back-already') return { conversation, draft: isOwn ? draft : null, senderId: key.officerId };
  if (answer === 'has-left') {
    throw new Refusal('already-left', {
      detail: 'The reply has left already. It can be corrected in the open.',
      current: { status: conversation.status, version: conversation.version },
    });
  }
  await tx.update(Reply, { id: reply.id }, { state: 'taken-back' });
  const { timeZone } = await tx.findOneByOrFail(Department, { id: conversation.departmentId });
  const written = await writeDraft(tx, draft, joinedDraft(wordsOfReply(reply, timeZone), draft), at);
  const payload = { replyId: reply.id, ...(!isOwn && { fromOfficerId: officerId }) };
  const changed = await changeConversation(tx, conversation, {
    patch: { replyLeavesAt: await lastToLeave(tx, conversation.id) },
    fact: { type: 'reply.taken-back', actor: byOfficer(actor), payload, at },
  });
  const conversationNow = await releasedIfNotHeld(tx, changed, at);
  return { conversation: conversationNow, draft: isOwn ? written : null, senderId: key.officerId };
}
