import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import { afterAct, type ConversationAct } from '#domain/conversations/conversation.lifecycle.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { assertNotMerged, assertSeen, lockConversation } from '../conversations/conversation-record.js';

export interface Seen {
  conversationId: string;
  /** The version that the officer was looking at. */
  version: number;
}

type TriageAct = Extract<ConversationAct, 'label' | 'snooze' | 'wake' | 'acknowledge'>;

/** Locks the conversation for an act of triage, as the officer saw it. Throws what speaks against it. */
export async function lockSeen(tx: Tx, actor: Actor, act: TriageAct, seen: Seen): Promise<Conversation> {
  const conversation = await lockConversation(tx, seen.conversationId);
  if (!mayOn(actor, 'read', conversation)) throw new Refusal('not-found', { detail: 'There is no such conversation.' });
  assertNotMerged(conversation);
  if (!mayOn(actor, act === 'wake' ? 'snooze' : act, conversation))
    throw new Refusal('forbidden', { detail: `You may not ${act} this conversation.` });
  assertSeen(conversation, seen.version);
  afterAct(conversation.status, act);
  return conversation;
}
