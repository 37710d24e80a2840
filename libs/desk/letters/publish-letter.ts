import { LetterVersion } from '#database/entities/letter-version.entity.js';
import type { Tx } from '#database/transaction.js';
import { afterAct } from '#domain/conversations/conversation.lifecycle.js';
import type { Actor } from '#domain/identity/roles.js';
import { byOfficer, changeConversation } from '../conversations/conversation-record.js';
import { endAssignment } from '../conversations/hands.js';
import { PARTS } from '../conversations/merged-parts.js';
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
  const isUnread = await hasUnread(tx, conversation.id, submittedAt);
  if (!isUnread) await endAssignment(tx, conversation.id, { at });
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

/**
 * What a citizen wrote after the text was submitted is not answered by it, nor is what waited in a conversation that was
 * merged in since: it goes on waiting.
 */
async function hasUnread(tx: Tx, conversationId: string, submittedAt: Date): Promise<boolean> {
  const [row]: { isUnread: boolean }[] = await tx.query(
    `SELECT EXISTS (SELECT 1 FROM message WHERE conversation_id = ${PARTS} AND received_at > $2)
       OR EXISTS (
         SELECT 1 FROM conversation_merge g
         WHERE g.into_id = $1 AND g.until_at IS NULL AND g.moved_with IS NULL
           AND g.from_at > $2 AND g.own_work ->> 'waitingSince' IS NOT NULL
       ) AS "isUnread"`,
    [conversationId, submittedAt],
  );
  return row?.isUnread ?? false;
}
