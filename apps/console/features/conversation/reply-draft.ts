import { z } from 'zod';
import type { ThreadEntry } from '#contracts/conversations.http.js';
import { type DraftWords, isEmptyDraft, NO_WORDS, wordsOfReply } from '#domain/replies/draft-words.js';
import { REPLY_KINDS } from '#domain/replies/reply-kind.js';
import { forget, keep, recallJson } from '../../lib/storage.js';
import { newId } from '../../lib/uuid.js';

/** What this browser keeps of a reply, for the time between two saves, for a crash and for hours without a network. */
const keptReplySchema = z.object({
  /** Made once per reply: sent twice, it still counts once. */
  replyId: z.uuid(),
  body: z.string(),
  kind: z.enum(REPLY_KINDS).default('answer'),
  holdingDate: z.iso.date().nullable().default(null),
  holdingReason: z.string().default(''),
  /** Of the text on the desk that this one was written over. */
  version: z.int().default(0),
  /** The desk has this text. */
  isSaved: z.boolean().default(false),
});
export type KeptReply = z.infer<typeof keptReplySchema>;

export function wordsIn({ body, kind, holdingDate, holdingReason }: DraftWords): DraftWords {
  return { body, kind, holdingDate, holdingReason };
}

export interface DraftOwner {
  officerId: string;
  conversationId: string;
}

const keyOf = ({ officerId, conversationId }: DraftOwner) => `answerable:reply:${officerId}:${conversationId}`;

export function newReply(): KeptReply {
  return { replyId: newId(), ...NO_WORDS, version: 0, isSaved: true };
}

export function recallReply(owner: DraftOwner): KeptReply | null {
  const kept = keptReplySchema.safeParse(recallJson(keyOf(owner)));
  return kept.success ? kept.data : null;
}

/** False when this browser keeps nothing. */
export function keepReply(owner: DraftOwner, reply: KeptReply): boolean {
  // What the desk has is read from there: the next one at this computer finds no words.
  if (!isEmptyDraft(reply))
    return keep(keyOf(owner), JSON.stringify(reply.isSaved ? { ...reply, ...NO_WORDS } : reply));
  forgetReply(owner);
  return true;
}

export function forgetReply(owner: DraftOwner): void {
  forget(keyOf(owner));
}

export type Landing = 'not-sent' | 'sent' | 'earlier-text-sent';

type LandedReply = Pick<Extract<ThreadEntry, { kind: 'reply' }>, 'id' | 'body' | 'replyKind' | 'holding'>;

/** What became of a reply whose sending was not answered, by those that the desk has: perhaps an earlier text went out. */
export function landingOf(
  reply: DraftWords & Pick<KeptReply, 'replyId'>,
  replies: readonly LandedReply[],
  timeZone: string,
): Landing {
  const sent = replies.find(({ id }) => id === reply.replyId);
  if (!sent) return 'not-sent';
  const { body, replyKind: kind, holding } = sent;
  const holdingUntil = holding && new Date(holding.until);
  const landed = wordsOfReply({ body, kind, holdingUntil, holdingReason: holding?.reason ?? null }, timeZone);
  return saysTheSame(landed, reply) ? 'sent' : 'earlier-text-sent';
}

function saysTheSame(one: DraftWords, other: DraftWords): boolean {
  if (one.kind !== other.kind || folded(one.body) !== folded(other.body)) return false;
  if (one.kind !== 'holding') return true;
  return one.holdingDate === other.holdingDate && folded(one.holdingReason) === folded(other.holdingReason);
}

const folded = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
