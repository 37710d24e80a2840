import type { DraftView } from '#contracts/replies.http.js';
import { ReplyDraft } from '#database/entities/reply-draft.entity.js';
import type { Tx } from '#database/transaction.js';
import { losesWords } from '#domain/replies/draft-words.js';

export interface DraftKey {
  conversationId: string;
  officerId: string;
}

/** Texts that were written over; older ones go. */
const EARLIER_KEPT = 20;

/** Locks the draft for the rest of the transaction; an empty one of version 0 is made where there is none. */
export async function lockDraft(tx: Tx, { conversationId, officerId }: DraftKey, at: Date): Promise<ReplyDraft> {
  await tx.query(
    `INSERT INTO reply_draft (conversation_id, officer_id, version, body, updated_at) VALUES ($1, $2, 0, '', $3)
     ON CONFLICT DO NOTHING`,
    [conversationId, officerId, at],
  );
  return tx.findOneOrFail(ReplyDraft, { where: { conversationId, officerId }, lock: { mode: 'pessimistic_write' } });
}

/** Writes the locked draft under its next version. What would be lost by that is kept beside it. */
export async function writeDraft(tx: Tx, draft: ReplyDraft, body: string, at: Date): Promise<ReplyDraft> {
  if (body === draft.body) return draft;
  if (losesWords(draft.body, body)) await keepEarlier(tx, draft, at);
  const written = { ...draft, version: draft.version + 1, body, updatedAt: at };
  const { conversationId, officerId } = draft;
  await tx.update(ReplyDraft, { conversationId, officerId }, { version: written.version, body, updatedAt: at });
  return written;
}

async function keepEarlier(tx: Tx, { conversationId, officerId, version, body }: ReplyDraft, at: Date): Promise<void> {
  await tx.query(
    `INSERT INTO reply_draft_earlier (conversation_id, officer_id, version, body, replaced_at) VALUES ($1, $2, $3, $4, $5)`,
    [conversationId, officerId, version, body, at],
  );
  await tx.query(
    `DELETE FROM reply_draft_earlier WHERE conversation_id = $1 AND officer_id = $2 AND version <= (
       SELECT version FROM reply_draft_earlier WHERE conversation_id = $1 AND officer_id = $2
       ORDER BY version DESC OFFSET $3 LIMIT 1)`,
    [conversationId, officerId, EARLIER_KEPT],
  );
}

export function draftView({ version, body, updatedAt }: Pick<ReplyDraft, 'version' | 'body' | 'updatedAt'>): DraftView {
  return { version, body, updatedAt: version > 0 ? updatedAt.toISOString() : null };
}
