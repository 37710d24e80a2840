import { Message } from '#database/entities/message.entity.js';
import { SealedOriginal } from '#database/entities/sealed-original.entity.js';
import type { Tx } from '#database/transaction.js';
import { excerptOf } from '#domain/conversations/excerpt.js';
import { type MessageTexts, type RedactedSpan, redacted } from '#domain/moderation/redaction.js';
import { keepFindable } from '../conversations/search-index.js';

/**
 * Covers the spans of what was written. The message holds the text with blocks from now on, so that whoever reads it
 * anywhere reads that; what was written stands in `sealed_original`. Covering again begins from the original.
 */
export async function seal(
  tx: Tx,
  message: Message,
  { spans, at }: { spans: readonly RedactedSpan[]; at: Date },
): Promise<Message> {
  const sealed = await originalOf(tx, message.id);
  const original = sealed ? textsOf(sealed) : textsOf(message);
  const shown = redacted(original, spans);
  if (!sealed) {
    const { title, body, name: authorName } = original;
    await tx.insert(SealedOriginal, { messageId: message.id, title, body, authorName, sealedAt: at });
  }
  return rewrite(tx, message, shown);
}

/** Puts back what was written. Nothing happens where nothing is sealed. */
export async function unseal(tx: Tx, message: Message): Promise<Message> {
  const sealed = await originalOf(tx, message.id);
  if (!sealed) return message;
  await tx.delete(SealedOriginal, { messageId: message.id });
  return rewrite(tx, message, textsOf(sealed));
}

export function originalOf(tx: Tx, messageId: string): Promise<SealedOriginal | null> {
  return tx.findOneBy(SealedOriginal, { messageId });
}

function textsOf({ title, body, authorName }: Pick<Message, 'title' | 'body' | 'authorName'>): MessageTexts {
  return { title, body, name: authorName };
}

/** With everything that was drawn from the texts: headings and excerpts of lists, the name beside them, the search. */
async function rewrite(tx: Tx, message: Message, { title, body, name: authorName }: MessageTexts): Promise<Message> {
  const changed = { ...message, title, body, authorName };
  await tx.update(Message, { id: message.id }, { title, body, authorName });
  await tx.query(
    `UPDATE conversation SET title = CASE WHEN id = $1 AND title = $2 THEN $3 ELSE title END,
       excerpt = CASE WHEN excerpt = $4 THEN $5 ELSE excerpt END
     WHERE id = $1 OR id = (SELECT merged_into_id FROM conversation WHERE id = $1)`,
    [message.conversationId, message.title, title, excerptOf(message.body), excerptOf(body)],
  );
  await tx.query('UPDATE citizen SET name = $3 WHERE id = $1 AND name = $2', [
    message.citizenId,
    message.authorName,
    authorName,
  ]);
  await keepFindable(tx, 'message', [message.id]);
  return changed;
}
