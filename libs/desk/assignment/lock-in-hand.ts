import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import { lockConversations } from '../conversations/write-conversations.js';

const IN_HAND = `SELECT id FROM conversation WHERE officer_id = $1 AND status = 'assigned' ORDER BY id`;

/**
 * Locks an officer and all that the officer has in hand: nothing is given until the transaction ends. Conversations are
 * locked before officers, as everywhere; what was given between the two is locked last, and a deadlock tried again.
 */
export async function lockInHand(tx: Tx, officerId: string): Promise<Map<string, Conversation>> {
  const inHand = async () => {
    const rows: { id: string }[] = await tx.query(IN_HAND, [officerId]);
    return rows.map(({ id }) => id);
  };
  const early = await lockConversations(tx, await inHand());
  await tx.query('SELECT 1 FROM officer WHERE id = $1 FOR NO KEY UPDATE', [officerId]);
  const late = (await inHand()).filter((id) => !early.has(id));
  const locked = new Map([...early, ...(await lockConversations(tx, late))]);
  return new Map([...locked].filter(([, row]) => row.officerId === officerId && row.status === 'assigned'));
}
