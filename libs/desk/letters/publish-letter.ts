import { IsNull, MoreThan } from 'typeorm';
import { Assignment } from '#database/entities/assignment.entity.js';
import { LetterVersion } from '#database/entities/letter-version.entity.js';
import { Message } from '#database/entities/message.entity.js';
import type { Tx } from '#database/transaction.js';
import { afterAct } from '#domain/conversations/conversation.lifecycle.js';
import type { Actor } from '#domain/identity/roles.js';
import { byOfficer, changeConversation } from '../conversations/conversation-record.js';
import { assertLetterSeen, changeLetter, lockLetter } from './letter-record.js';
import { assertSameText, type TextOrder } from './review-letter.js';

/** The formal answer: everyone can read it as soon as this is committed, and its conversation is answered. */
export async function publishLetter(tx: Tx, actor: Actor, order: TextOrder): Promise<void> {
  const { letterId, version, at } = order;
  const { conversation, letter, status } = await lockLetter(tx, actor, { letterId, act: 'publish' });
  assertLetterSeen(letter, version);
  const { id, number, contentHash, approvedBy, submittedAt } = await assertSameText(tx, letter, order.contentHash);
  if (!approvedBy) throw new Error(`letter ${letterId} is ${letter.status} without an approval`);
  await tx.update(LetterVersion, { id }, { publishedAt: at });
  await changeLetter(tx, letter, { status, publishedAt: at, updatedAt: at });
  const answered = afterAct(conversation.status, 'answer');
  const isUnread = await hasMessageSince(tx, conversation.id, submittedAt);
  if (!isUnread) await tx.update(Assignment, { conversationId: conversation.id, endedAt: IsNull() }, { endedAt: at });
  await changeConversation(tx, conversation, {
    patch: {
      ...(!isUnread && { status: answered, waitingSince: null }),
      firstAnsweredAt: conversation.firstAnsweredAt ?? at,
    },
    fact: {
      type: 'letter.published',
      actor: byOfficer(actor),
      letterId,
      payload: { number, contentHash, approvedBy, reference: letter.reference },
      at,
    },
  });
}

/** What the citizen wrote after the text was submitted is not answered by it: it goes on waiting. */
function hasMessageSince(tx: Tx, conversationId: string, submittedAt: Date): Promise<boolean> {
  return tx.existsBy(Message, { conversationId, receivedAt: MoreThan(submittedAt) });
}
