import type { Tx } from '#database/transaction.js';
import { ANSWERED_VISIBILITY } from '../conversations/answered-visibility.js';

/**
 * Writes down what the replies of these conversations answered, before a merge, an unmerge or a split changes which
 * messages stand before them: a private answer must not become public because its question has moved.
 */
export async function keepAnswered(tx: Tx, conversationIds: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE reply r SET answered_visibility = ${ANSWERED_VISIBILITY}
     WHERE r.conversation_id = ANY($1::uuid[]) AND r.state = 'sent' AND r.answered_visibility IS NULL`,
    [conversationIds],
  );
}
