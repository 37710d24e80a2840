import { z } from 'zod';
import { forget, keep, recallJson } from '../../lib/storage.js';
import { newId } from '../../lib/uuid.js';

const replyDraftSchema = z.object({
  /** Made once per reply: sent twice, it still counts once. */
  replyId: z.uuid(),
  body: z.string(),
});
export type ReplyDraft = z.infer<typeof replyDraftSchema>;

export interface DraftOwner {
  officerId: string;
  conversationId: string;
}

const keyOf = ({ officerId, conversationId }: DraftOwner) => `answerable:reply:${officerId}:${conversationId}`;

export function newDraft(body = ''): ReplyDraft {
  return { replyId: newId(), body };
}

export function recallDraft(owner: DraftOwner): ReplyDraft | null {
  const kept = replyDraftSchema.safeParse(recallJson(keyOf(owner)));
  return kept.success ? kept.data : null;
}

/** False when this browser keeps nothing. */
export function keepDraft(owner: DraftOwner, draft: ReplyDraft): boolean {
  if (draft.body) return keep(keyOf(owner), JSON.stringify(draft));
  forget(keyOf(owner));
  return true;
}

export type Landing = 'not-sent' | 'sent' | 'earlier-text-sent';

/** What became of a draft, by the replies that the desk has: one with its id went out, perhaps with an earlier text. */
export function landingOf(draft: ReplyDraft, replies: readonly { id: string; body: string }[]): Landing {
  const sent = replies.find(({ id }) => id === draft.replyId);
  if (!sent) return 'not-sent';
  return folded(sent.body) === folded(draft.body) ? 'sent' : 'earlier-text-sent';
}

const folded = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
