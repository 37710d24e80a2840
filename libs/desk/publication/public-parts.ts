import type { DataSource } from 'typeorm';
import { lettersIn } from './public-letter.queries.js';
import { publicMessages, replies } from './publication.queries.js';
import type { PublicParts } from './publication.view.js';

/** Everything of which a public page is made; the view leaves out what is not public. */
export async function publicParts(dataSource: DataSource, conversationId: string): Promise<PublicParts> {
  const [messages, answers, letters] = await Promise.all([
    publicMessages(dataSource, conversationId),
    replies(dataSource, conversationId),
    lettersIn(dataSource, conversationId),
  ]);
  return { messages, replies: answers, letters };
}
