import type { Message } from '#database/entities/message.entity.js';
import type { Tx } from '#database/transaction.js';
import { wasTakenUp } from '#domain/moderation/decision.lifecycle.js';
import { Refusal } from '#domain/refusal.js';
import { LETTERS_TO, PARTS, REPLIES_TO } from '../conversations/merged-parts.js';
import type { Decided } from './decided.queries.js';

/** What else the page of the conversation $1 shows than the message $2. */
const SHOWS_MORE = `
  SELECT EXISTS (SELECT 1 FROM reply r WHERE r.id IN ${REPLIES_TO} AND r.state = 'sent')
    OR EXISTS (SELECT 1 FROM letter l WHERE l.id IN ${LETTERS_TO} AND l.status = 'published')
    OR EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = ${PARTS} AND m.id <> $2
      AND m.visibility <> 'department' AND m.state IN ('visible', 'redacted')) AS "showsMore"`;

/**
 * The page of a conversation goes with the message that opened it: hiding that one hides what others said, too, and needs
 * two people. Throws `two-needed`; holding it at once is open to everyone.
 */
export async function assertNotAllOfIt(
  tx: Tx,
  { message, decided, isOpening }: { message: Message; decided: readonly Decided[]; isOpening: boolean },
): Promise<void> {
  if (!isOpening || message.visibility === 'department' || !wasTakenUp(decided)) return;
  const [found]: { showsMore: boolean }[] = await tx.query(SHOWS_MORE, [message.conversationId, message.id]);
  if (!found?.showsMore) return;
  throw new Refusal('two-needed', {
    detail: 'This message opened its conversation: hiding it hides all of it. Propose that to another moderator.',
    current: { state: message.state, conversationId: message.conversationId },
  });
}

/** The messages of a conversation and of what is carried on in it, in the order in which they came. */
export async function messagesOf(tx: Tx, conversationId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT m.id FROM message m WHERE m.conversation_id = ${PARTS} ORDER BY m.received_at, m.id`,
    [conversationId],
  );
  return rows.map(({ id }) => id);
}
