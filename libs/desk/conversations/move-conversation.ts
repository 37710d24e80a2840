import { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import { moveFindable } from './search-index.js';

/** What goes with a locked conversation into another department: what is merged into it, and where all of it is found. */
export async function takeAlong(tx: Tx, conversationId: string, departmentId: string): Promise<void> {
  await tx.update(Conversation, { mergedIntoId: conversationId }, { departmentId });
  await moveFindable(tx, conversationId, departmentId);
}
