import type { Conversation } from '#database/entities/conversation.entity.js';
import { Message } from '#database/entities/message.entity.js';
import type { Tx } from '#database/transaction.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { lockSurvivor } from '../conversations/merged-parts.js';
import { type Decided, decidedOn } from './decided.queries.js';
import { openingsOf } from './screen-messages.js';

export interface Deciding {
  conversation: Conversation;
  message: Message;
  decided: Decided[];
  /** It opened its conversation. */
  isOpening: boolean;
}

/** Throws `not-found`, `forbidden`, or `stale-version` where the message is no longer there. */
export async function lockMessage(tx: Tx, actor: Actor, messageId: string): Promise<Deciding> {
  const found = await tx.findOneBy(Message, { id: messageId });
  if (!found) throw new Refusal('not-found', { detail: 'There is no such message.' });
  const conversation = await lockSurvivor(tx, found.conversationId);
  if (!mayOn(actor, 'read', conversation)) throw new Refusal('not-found', { detail: 'There is no such message.' });
  if (!mayOn(actor, 'moderate', conversation)) throw new Refusal('forbidden');
  const message = await tx.findOneByOrFail(Message, { id: messageId });
  assertStillIn(message, found.conversationId);
  const [decided, openings] = [await decidedOn(tx, messageId), await openingsOf(tx, [found.conversationId])];
  return { conversation, message, decided, isOpening: openings.has(messageId) };
}

/** Who split it off had the lock: what is locked now is not the message's conversation any more. */
function assertStillIn({ conversationId }: Message, lockedId: string): void {
  if (conversationId === lockedId) return;
  throw new Refusal('stale-version', {
    detail: 'The message was split off into another conversation in the meantime: decide on it there.',
    current: { conversationId },
  });
}

/** Refuses a decision on an old screen, with what stands there now. */
export function assertSeenMessage({ message, decided }: Deciding, version: number): void {
  if (decided.length === version) return;
  const last = decided.at(-1);
  throw new Refusal('stale-version', {
    detail: 'Somebody has decided on this message since you looked at it.',
    current: {
      state: message.state,
      version: decided.length,
      ...(last && { decision: last.decision, decidedBy: last.officerName, decidedAt: last.at.toISOString() }),
    },
  });
}
