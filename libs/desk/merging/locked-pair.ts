import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import { mayMerge, mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { assertStill } from '../conversations/conversation-record.js';
import { lockConversations } from '../conversations/write-conversations.js';

/** Locks conversations of which the actor may dispose, in the order of the ids given. Throws `not-found` and `forbidden`. */
export async function lockToMerge(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Conversation[]> {
  const locked = await lockConversations(tx, ids);
  const conversations = ids.map((id) => {
    const conversation = locked.get(id);
    if (conversation && mayOn(actor, 'read', conversation)) return conversation;
    throw new Refusal('not-found', { detail: 'There is no such conversation.' });
  });
  for (const conversation of conversations) {
    if (!mayMerge(actor, conversation)) {
      throw new Refusal('forbidden', {
        detail: 'A colleague has one of these conversations: only that officer or a supervisor merges or splits it.',
        current: { conversationId: conversation.id, officerId: conversation.officerId },
      });
    }
    assertStill(conversation, 'merge');
  }
  return conversations;
}
