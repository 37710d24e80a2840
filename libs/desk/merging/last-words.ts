import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import { excerptOf } from '#domain/conversations/excerpt.js';
import { clearedMessages } from './part-history.queries.js';

/** What lists show of a conversation that consists of these: when and what its citizens wrote last. */
export async function lastWords(
  tx: Tx,
  conversationIds: readonly string[],
): Promise<Partial<Pick<Conversation, 'lastMessageAt' | 'excerpt'>>> {
  const messages = await clearedMessages(tx, conversationIds);
  const last = messages.at(-1);
  if (!last) return {};
  const lastMessageAt = messages.reduce(
    (latest, { postedAt }) => (postedAt > latest ? postedAt : latest),
    last.postedAt,
  );
  return { lastMessageAt, excerpt: excerptOf(last.body) };
}
