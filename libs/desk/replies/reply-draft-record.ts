import type { DraftView } from '#contracts/replies.http.js';
import { ReplyDraft } from '#database/entities/reply-draft.entity.js';
import type { Tx } from '#database/transaction.js';
import { type DraftWords, isSameDraft, losesDraft, textOfDraft } from '#domain/replies/draft-words.js';

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
export async function writeDraft(tx: Tx, draft: ReplyDraft, words: DraftWords, at: Date): Promise<ReplyDraft> {
  if (isSameDraft(words, draft)) return draft;
  const { body, kind, holdingDate, holdingReason } = words;
  if (losesDraft(draft, words)) await keepEarlier(tx, draft, at);
  const change = { version: draft.version + 1, body, kind, holdingDate, holdingReason, updatedAt: at };
  const { conversationId, officerId } = draft;
  await tx.update(ReplyDraft, { conversationId, officerId }, change);
  return { ...draft, ...change };
}

async function keepEarlier(tx: Tx, draft: ReplyDraft, at: Date): Promise<void> {
  const { conversationId, officerId, version } = draft;
  await tx.query(
    `INSERT INTO reply_draft_earlier (conversation_id, officer_id, version, body, replaced_at) VALUES ($1, $2, $3, $4, $5)`,
    [conversationId, officerId, version, textOfDraft(draft), at],
  );
  await tx.query(
    `DELETE FROM reply_draft_earlier WHERE conversation_id = $1 AND officer_id = $2 AND version <= (
       SELECT version FROM reply_draft_earlier WHERE conversation_id = $1 AND officer_id = $2
       ORDER BY version DESC OFFSET $3 LIMIT 1)`,
    [conversationId, officerId, EARLIER_KEPT],
  );
}

export function draftView({ version, updatedAt, ...words }: Omit<ReplyDraft, keyof DraftKey>): DraftView {
  const { body, kind, holdingDate, holdingReason } = words;
  return { version, body, kind, holdingDate, holdingReason, updatedAt: version > 0 ? updatedAt.toISOString() : null };
}
