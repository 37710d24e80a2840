import { guessLanguage } from '#domain/language.js';
import type { Worded } from '#domain/moderation/reasons.js';
import { isConversationPublic, isReplyPublic, sightOf } from '#domain/moderation/visibility.js';
import type { Holding } from '#domain/replies/holding-sentence.js';
import type { ReplyKind } from '#domain/replies/reply-kind.js';
import { departmentView, type PublicDepartment } from './public-department.view.js';
import type { LetterRow } from './public-letter.queries.js';
import { type ListedLetter, listedLetterView } from './public-letter.view.js';
import type { ConversationRow, ListedRow, MessageRow, ReplyRow } from './publication.queries.js';

export interface ListedConversation {
  reference: string;
  department: PublicDepartment;
  heading: string;
  excerpt: string;
  language: string;
  openedAt: Date;
  answeredAt: Date | null;
}

/** Oldest first; `earlierBody` is null where the text that was replaced must not be public. */
export interface PublicCorrection {
  at: Date;
  reason: string;
  earlierBody: string | null;
  /** Of a holding reply. */
  earlierHoldingReason: string | null;
}

export type ThreadEntry =
  | {
      kind: 'message';
      key: string;
      at: Date;
      authorName: string | null;
      title: string | null;
      body: string;
      language: string;
      /** Parts of it are covered. */
      isRedacted: boolean;
    }
  | { kind: 'tombstone'; key: string; at: Date; reason: Worded | null }
  | {
      kind: 'reply';
      key: string;
      at: Date;
      replyKind: ReplyKind;
      /** A question beside which the citizen wrote something else: it awaits nobody. */
      isOvertaken: boolean;
      /** Of a holding reply: until when more time is taken, and why. */
      holding: Holding | null;
      body: string;
      language: string;
      corrections: PublicCorrection[];
    }
  | { kind: 'letter'; key: string; at: Date; letter: ListedLetter };

export type PublicStatus = 'waiting' | 'with-officer' | 'awaiting' | 'answered' | 'closed';

export interface PublicConversation {
  reference: string;
  department: PublicDepartment;
  heading: string;
  language: string;
  status: PublicStatus;
  /** Null where nothing is promised, or nobody waits any more. */
  answerDueAt: Date | null;
  /** Somebody waits, and by when is not settled at the moment. */
  isUnsettled: boolean;
  /** What the last holding reply promised, while somebody waits. */
  holding: Holding | null;
  acknowledgedAt: Date | null;
  openedAt: Date;
  thread: ThreadEntry[];
  /** The thread is longer than one page shows. */
  isShortened: boolean;
}

const HEADING_LENGTH = 70;
const EXCERPT_LENGTH = 160;
const GRAPHEMES = new Intl.Segmenter();
/** The word that the end of the room cuts through; Chinese has no such gaps, and is cut anywhere. */
const BROKEN_WORD = /\s[^\s\p{Script=Han}]{0,15}$/u;

/** Null where the gate says no, whatever the query found. */
export function listedConversationView(row: ListedRow): ListedConversation | null {
  if (!isConversationPublic({ visibility: row.openingVisibility, state: row.openingState })) return null;
  return {
    reference: row.reference,
    department: departmentView(row),
    heading: headingOf(row.openingTitle, row.openingStart),
    excerpt: row.openingTitle ? shorten(row.openingStart, EXCERPT_LENGTH) : '',
    language: row.openingLanguage,
    openedAt: row.openedAt,
    answeredAt: row.firstAnsweredAt,
  };
}

export function conversationView(
  row: ConversationRow,
  parts: PublicParts & { limit: number },
): PublicConversation | null {
  const listed = listedConversationView(row);
  if (!listed) return null;
  const { limit } = parts;
  const entries = publicEntries(parts);
  const status = publicStatus(row, entries);
  return {
    reference: listed.reference,
    department: listed.department,
    heading: listed.heading,
    language: listed.language,
    status,
    answerDueAt: isAwaitingDesk(status) ? row.answerDueAt : null,
    isUnsettled: isAwaitingDesk(status) && row.isUnsettled,
    holding: isAwaitingDesk(status) ? holdingIn(entries) : null,
    acknowledgedAt: row.acknowledgedAt,
    openedAt: listed.openedAt,
    thread: entries.slice(0, limit),
    isShortened: entries.length > limit,
  };
}

const isAwaitingDesk = (status: PublicStatus) => status === 'waiting' || status === 'with-officer';

interface Said {
  kind: string;
  replyKind?: ReplyKind;
  isOvertaken?: boolean;
  holding?: Holding | null;
}

/** What was promised in public instead of an answer, since the last one. */
export function holdingIn(entries: readonly Said[]): Holding | null {
  const last = entries.findLast(
    ({ kind, replyKind }) => kind === 'letter' || replyKind === 'answer' || replyKind === 'holding',
  );
  return last?.holding ?? null;
}

export interface PublicParts {
  messages: MessageRow[];
  replies: ReplyRow[];
  letters: LetterRow[];
}

/** The thread of a public conversation, oldest first. */
export function publicEntries({ messages, replies, letters }: PublicParts): ThreadEntry[] {
  return [
    ...messages.map(publicMessageView).filter((entry) => entry !== null),
    ...replies.filter((reply) => isReplyPublic(reply.answersVisibility)).map(replyView),
    ...letters.map(letterEntryView),
  ].sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** What the public may see of a message: its text, a tombstone, or nothing at all. */
export function publicMessageView(row: MessageRow): ThreadEntry | null {
  const sight = sightOf('public', row);
  if (sight === 'nothing') return null;
  if (sight === 'tombstone') {
    return { kind: 'tombstone', key: row.id, at: row.postedAt, reason: row.hiddenFor };
  }
  return {
    kind: 'message',
    key: row.id,
    at: row.postedAt,
    authorName: sight === 'full' ? row.authorName : null,
    title: row.title,
    body: row.body ?? '',
    language: row.language,
    isRedacted: row.state === 'redacted',
  };
}

export function replyView(row: ReplyRow): ThreadEntry {
  const corrections = (row.corrections ?? []).map(({ at, ...correction }) => ({ ...correction, at: new Date(at) }));
  const { holdingUntil: until, holdingReason: reason } = row;
  return {
    kind: 'reply',
    key: row.id,
    at: row.sentAt,
    replyKind: row.kind,
    isOvertaken: row.isOvertaken,
    holding: until && reason ? { until, reason } : null,
    body: row.body,
    language: guessLanguage(row.body || reason || ''),
    corrections,
  };
}

export function letterEntryView(row: LetterRow): ThreadEntry {
  return { kind: 'letter', key: row.id, at: row.publishedAt, letter: listedLetterView(row) };
}

export function headingOf(title: string | null, body: string): string {
  return title?.trim() || shorten(body, HEADING_LENGTH);
}

/**
 * A message for the department's eyes may have opened an answered conversation again: then the public is told no more
 * than it can read, which is that the last thing said is the answer.
 */
function publicStatus(row: ConversationRow, entries: readonly ThreadEntry[]): PublicStatus {
  const last = lastWord(entries);
  if (row.status === 'answered' || last === 'answer') return 'answered';
  if (row.status === 'closed') return 'closed';
  if (last === 'question') return 'awaiting';
  return row.status === 'assigned' ? 'with-officer' : 'waiting';
}

/**
 * Whose turn it is by what was said last: after a question the citizen's, unless they crossed. A holding reply changes
 * nothing in that.
 */
export function lastWord(entries: readonly Said[]): 'message' | 'question' | 'answer' | null {
  const last = entries.findLast(
    ({ kind, replyKind, isOvertaken }) => kind !== 'tombstone' && replyKind !== 'holding' && !isOvertaken,
  );
  if (!last) return null;
  if (last.kind === 'letter') return 'answer';
  if (last.kind !== 'reply') return 'message';
  return last.replyKind === 'question' ? 'question' : 'answer';
}

/** By whole graphemes and words, in one line. */
function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const graphemes = Array.from(GRAPHEMES.segment(line), ({ segment }) => segment);
  if (graphemes.length <= length) return line;
  return `${graphemes.slice(0, length).join('').replace(BROKEN_WORD, '').trimEnd()}…`;
}
