import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import { lockOfficer } from '../conversations/hands.js';
import { lockConversations } from '../conversations/write-conversations.js';

const IN_HAND = `SELECT id FROM conversation WHERE officer_id = $1 AND status = 'assigned' ORDER BY id`;

/**
 * Locks an officer and all that the officer has in hand: nothing is given until the transaction ends. Conversations are
 * locked before officers, as everywhere. Where something was given between the two, both are let go and taken again with
 * it: whoever waits for the officer may hold the next conversation, and the two would wait for each other.
 */
export async function lockInHand(tx: Tx, officerId: string): Promise<Map<string, Conversation>> {
  await tx.query('SAVEPOINT in_hand');
  for (;;) {
    const locked = await lockConversations(tx, await inHand(tx, officerId));
    await lockOfficer(tx, officerId);
    const now = await inHand(tx, officerId);
    if (now.every((id) => locked.has(id))) {
      await tx.query('RELEASE SAVEPOINT in_hand');
      return new Map([...locked].filter(([, row]) => row.officerId === officerId && row.status === 'assigned'));
    }
    await tx.query('ROLLBACK TO SAVEPOINT in_hand');
  }
}

async function inHand(tx: Tx, officerId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(IN_HAND, [officerId]);
  return rows.map(({ id }) => id);
}
