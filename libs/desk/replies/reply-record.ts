import { Conversation } from '#database/entities/conversation.entity.js';
import { Reply } from '#database/entities/reply.entity.js';
import type { Tx } from '#database/transaction.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { mayOnReply, type ReplyPermission } from '#domain/replies/reply.permissions.js';
import { assertNotMerged, lockConversation } from '../conversations/conversation-record.js';

export interface ReplyAddress {
  conversationId: string;
  replyId: string;
}

/** Locks the conversation, and with it its replies. Throws `not-found` and `forbidden`. */
export async function lockReply(
  tx: Tx,
  actor: Actor,
  { conversationId, replyId, act }: ReplyAddress & { act: ReplyPermission },
): Promise<{ conversation: Conversation; reply: Reply }> {
  const conversation = await lockConversation(tx, conversationId);
  if (!mayOn(actor, 'read', conversation)) throw new Refusal('not-found', { detail: 'There is no such conversation.' });
  assertNotMerged(conversation);
  const reply = await tx.findOneBy(Reply, { id: replyId });
  if (!reply || !(await isIn(tx, reply, conversation)))
    throw new Refusal('not-found', { detail: 'There is no such reply.' });
  if (mayOnReply(actor, act, { officerId: reply.officerId, departmentId: conversation.departmentId }))
    return { conversation, reply };
  throw new Refusal('forbidden', { detail: 'Only who sent the reply, or who leads the department, may do that.' });
}

/** Its own, or one of a conversation that is carried on in it. */
async function isIn(tx: Tx, reply: Reply, { id }: Conversation): Promise<boolean> {
  if (reply.conversationId === id) return true;
  return tx.existsBy(Conversation, { id: reply.conversationId, mergedIntoId: id });
}
