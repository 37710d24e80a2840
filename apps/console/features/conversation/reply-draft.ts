import { z } from 'zod';
import { forget, keep, recallJson } from '../../lib/storage.js';
import { newId } from '../../lib/uuid.js';

/** What this browser keeps of a reply, for the time between two saves, for a crash and for hours without a network. */
const keptReplySchema = z.object({
  /** Made once per reply: sent twice, it still counts once. */
  replyId: z.uuid(),
  body: z.string(),
  /** Of the text on the desk that this one was written over. */
  version: z.int().default(0),
  /** The desk has this text. */
  isSaved: z.boolean().default(false),
});
export type KeptReply = z.infer<typeof keptReplySchema>;

export interface DraftOwner {
  officerId: string;
  conversationId: string;
}

const keyOf = ({ officerId, conversationId }: DraftOwner) => `answerable:reply:${officerId}:${conversationId}`;

export function newReply(): KeptReply {
  return { replyId: newId(), body: '', version: 0, isSaved: true };
}

export function recallReply(owner: DraftOwner): KeptReply | null {
  const kept = keptReplySchema.safeParse(recallJson(keyOf(owner)));
  return kept.success ? kept.data : null;
}

/** False when this browser keeps nothing. */
export function keepReply(owner: DraftOwner, reply: KeptReply): boolean {
  // What the desk has is read from there: the next one at this computer finds no words.
  if (reply.body) return keep(keyOf(owner), JSON.stringify(reply.isSaved ? { ...reply, body: '' } : reply));
  forget(keyOf(owner));
  return true;
}

export type Landing = 'not-sent' | 'sent' | 'earlier-text-sent';

/** What became of a reply whose sending was not answered, by those that the desk has: perhaps an earlier text went out. */
export function landingOf(
  reply: Pick<KeptReply, 'replyId' | 'body'>,
  replies: readonly { id: string; body: string }[],
): Landing {
  const sent = replies.find(({ id }) => id === reply.replyId);
  if (!sent) return 'not-sent';
  return folded(sent.body) === folded(reply.body) ? 'sent' : 'earlier-text-sent';
}

const folded = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
