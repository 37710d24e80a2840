import { dateOf } from '../time/wall-clock.js';
import type { ReplyKind } from './reply-kind.js';

/** Fewer characters than this are a typing mistake, not a thought. */
const WORTH_KEEPING = 20;

/** Characters of the earlier text that the later one no longer has, taken as one place that was changed. */
export function lostCharacters(earlier: string, later: string): number {
  const shortest = Math.min(earlier.length, later.length);
  let start = 0;
  while (start < shortest && earlier[start] === later[start]) start += 1;
  let end = 0;
  while (end < shortest - start && earlier[earlier.length - 1 - end] === later[later.length - 1 - end]) end += 1;
  return earlier.slice(start, earlier.length - end).trim().length;
}

/** True where saving the later text over the earlier one would lose words that somebody may want back. */
export function losesWords(earlier: string, later: string): boolean {
  return lostCharacters(earlier, later) >= WORTH_KEEPING;
}

/** Both texts whole: what comes in follows what is there, unless it is there already. */
export function joinedWords(mine: string, theirs: string): string {
  if (mine.trim() === '') return theirs;
  if (theirs.trim() === '' || mine.includes(theirs.trim())) return mine;
  return `${mine.trimEnd()}\n\n${theirs}`;
}

/** Everything that an officer has put into a reply that is not sent. */
export interface DraftWords {
  body: string;
  kind: ReplyKind;
  /** Of a holding reply: the day, as YYYY-MM-DD in the department's zone, and the reason. */
  holdingDate: string | null;
  holdingReason: string;
}

export const NO_WORDS: DraftWords = { body: '', kind: 'answer', holdingDate: null, holdingReason: '' };

export function isSameDraft(one: DraftWords, other: DraftWords): boolean {
  return (
    one.body === other.body &&
    one.kind === other.kind &&
    one.holdingDate === other.holdingDate &&
    one.holdingReason === other.holdingReason
  );
}

/** The same of whole drafts. A reason that is only put aside, by another kind of reply, is not lost. */
export function losesDraft(earlier: DraftWords, later: DraftWords): boolean {
  const reason = earlier.kind === 'holding' ? earlier.holdingReason : '';
  return losesWords(earlier.body, later.body) || losesWords(reason, later.holdingReason);
}

/**
 * Both texts, and what the first one was to be; of an empty one, what the other was to be. There is room for one reason:
 * another one comes along in the text.
 */
export function joinedDraft(first: DraftWords, later: DraftWords): DraftWords {
  const { kind, holdingDate, holdingReason } = isEmptyDraft(first) ? later : first;
  const isReasonThere = holdingReason.includes(later.holdingReason.trim());
  const theirs = isReasonThere ? later.body : textOfDraft(later);
  return { body: joinedWords(first.body, theirs), kind, holdingDate, holdingReason };
}

interface SentWords {
  body: string;
  kind: ReplyKind;
  holdingUntil: Date | null;
  holdingReason: string | null;
}

/** A reply as the draft that it was. */
export function wordsOfReply({ body, kind, holdingUntil, holdingReason }: SentWords, timeZone: string): DraftWords {
  return {
    body,
    kind,
    holdingDate: holdingUntil && dateOf(holdingUntil, timeZone),
    holdingReason: holdingReason ?? '',
  };
}

/** Nothing that would be missed. */
export function isEmptyDraft({ body, holdingReason }: DraftWords): boolean {
  return body === '' && holdingReason === '';
}

/** All of it as one text, to be read or copied. */
export function textOfDraft({ body, kind, holdingDate, holdingReason }: DraftWords): string {
  const held = kind === 'holding' ? [holdingDate ?? '', holdingReason].join(' ').trim() : '';
  return [held, body].filter((text) => text !== '').join('\n\n');
}
