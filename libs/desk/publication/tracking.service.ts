import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Localised } from '#contracts/directory.http.js';
import type { ConversationStatus } from '#domain/conversations/conversation.lifecycle.js';
import { DEFAULT_SCREENING_POLICY } from '#domain/moderation/screening-policy.js';
import { type Statement, statementOf } from '#domain/moderation/statement.js';
import {
  isConversationPublic,
  type ModerationState,
  readsOriginal,
  sightOf,
  type Visibility,
} from '#domain/moderation/visibility.js';
import type { Holding } from '#domain/replies/holding-sentence.js';
import { Clock } from '#platform/clock.js';
import { GenuineLetters } from './genuine-letters.service.js';
import { departmentView, type PublicDepartment } from './public-department.view.js';
import { lettersIn } from './public-letter.queries.js';
import { publicParts } from './public-parts.js';
import { replies, THREAD_LIMIT } from './publication.queries.js';
import {
  headingOf,
  holdingIn,
  lastWord,
  letterEntryView,
  publicEntries,
  publicMessageView,
  replyView,
  type ThreadEntry,
} from './publication.view.js';
import { type Appealable, appealableOf, appealsOn, type OwnAppeal } from './tracked-appeals.js';
import {
  allMessages,
  conversationByTrackingHash,
  helplineFor,
  isPublic,
  OWN_LETTERS,
  OWN_REPLIES,
  type OwnMessageRow,
  type RestrictionRow,
  splitOff,
  type TrackedRow,
} from './tracking.queries.js';

export interface OwnMessage {
  kind: 'own';
  key: string;
  at: Date;
  title: string | null;
  body: string;
  language: string;
  visibility: Visibility;
  state: ModerationState;
  /** Why something of it is kept from the public; null where nothing is. */
  statement: Statement | null;
  /** Whether that can be appealed; null where there is nothing to appeal, or it has been. */
  appealable: Appealable | null;
  appeals: OwnAppeal[];
}

export interface TrackedConversation {
  reference: string;
  department: PublicDepartment;
  heading: string;
  language: string;
  /** Of the work: where it is merged, of what it is merged into. */
  status: Exclude<ConversationStatus, 'merged'> | 'asked';
  answerDueAt: Date | null;
  /** By when is not settled at the moment. */
  isUnsettled: boolean;
  /** What the last holding reply promised, while the citizen waits. */
  holding: Holding | null;
  /** When an officer first took notice. */
  acknowledgedAt: Date | null;
  isPublic: boolean;
  thread: (OwnMessage | ThreadEntry)[];
  isShortened: boolean;
  /** It is answered together with what somebody else wrote. */
  isMerged: boolean;
  /** The references of what the department deals with on its own. */
  separate: string[];
  /** Whom to call, for an author who may be in danger. */
  helpline: Localised | null;
}

/** A conversation as its author sees it, through the private link. */
@Injectable()
export class TrackingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly genuine: GenuineLetters,
    private readonly clock: Clock,
  ) {}

  async find(trackingHash: Buffer): Promise<TrackedConversation | null> {
    const row = await conversationByTrackingHash(this.dataSource, trackingHash);
    if (!row) return null;
    const [messages, answers, letters, others, separate, alarm] = await Promise.all([
      allMessages(this.dataSource, row.id),
      replies(this.dataSource, row.id, OWN_REPLIES),
      lettersIn(this.dataSource, row.id, OWN_LETTERS),
      this.othersIn(row),
      splitOff(this.dataSource, row.id),
      helplineFor(this.dataSource, row.id),
    ]);
    const appeals = await appealsOn(
      this.dataSource,
      messages.filter(({ citizenId }) => citizenId === row.citizenId).map(({ id }) => id),
    );
    const of = { authorId: row.citizenId, appeals, now: this.clock.now() };
    const own = [
      ...messages.map((message) => entryFor(message, of)).filter((entry) => entry !== null),
      ...answers.map(replyView),
      ...this.genuine.among(letters).map(letterEntryView),
    ];
    const known = new Set(own.map(({ key }) => key));
    const thread = [...own, ...others.filter(({ key }) => !known.has(key))].sort(
      (one, other) => one.at.getTime() - other.at.getTime(),
    );
    const isOpen = row.status !== 'answered' && row.status !== 'closed';
    const isAsked = isOpen && row.isAsked && lastWord(thread) === 'question';
    const isWaiting = isOpen && !isAsked;
    return {
      reference: row.reference,
      department: departmentView(row),
      heading: headingOf(row.openingTitle, row.openingStart),
      language: row.openingLanguage,
      status: isAsked ? 'asked' : row.status === 'merged' ? 'queued' : row.status,
      answerDueAt: isWaiting ? row.answerDueAt : null,
      isUnsettled: isWaiting && row.isUnsettled,
      holding: isWaiting ? holdingIn(thread) : null,
      acknowledgedAt: row.acknowledgedAt,
      isPublic: isConversationPublic({ visibility: row.openingVisibility, state: row.openingState }),
      thread: thread.slice(0, THREAD_LIMIT),
      isShortened: thread.length > THREAD_LIMIT,
      isMerged: row.mergedIntoId !== null,
      separate: separate.map(({ reference }) => reference),
      helpline: alarm ? (alarm.helpline ?? DEFAULT_SCREENING_POLICY.helpline) : null,
    };
  }

  /** Of what other citizens wrote in the same matter, this one sees no more than everybody does on the public page. */
  private async othersIn({ id, mergedIntoId, hasParts }: TrackedRow): Promise<ThreadEntry[]> {
    const survivorId = mergedIntoId ?? id;
    if (!mergedIntoId && !hasParts) return [];
    if (!(await isPublic(this.dataSource, survivorId))) return [];
    const parts = await publicParts(this.dataSource, survivorId);
    return publicEntries({ ...parts, letters: this.genuine.among(parts.letters) });
  }
}

interface Reading {
  authorId: string;
  appeals: readonly OwnAppeal[];
  now: Date;
}

/** What somebody else wrote in the conversation is no more than public to its author. */
function entryFor(row: OwnMessageRow, { authorId, now, ...all }: Reading): OwnMessage | ThreadEntry | null {
  if (row.citizenId !== authorId) return publicMessageView(row);
  if (sightOf('author', row) !== 'full') return null;
  const texts = (readsOriginal('author') && row.original) || row;
  const appeals = all.appeals.filter(({ messageId }) => messageId === row.id);
  const decided = row.restriction && { ...row.restriction, at: new Date(row.restriction.at) };
  return {
    kind: 'own',
    key: row.id,
    at: row.postedAt,
    title: texts.title,
    body: texts.body ?? '',
    language: row.language,
    visibility: row.visibility,
    state: row.state,
    statement: row.restriction && statementIn(row.restriction),
    appealable: appealableOf(decided, { appeals, now }),
    appeals,
  };
}

/** As it was given; what screening decided by itself is said from what it wrote down. */
function statementIn({ statement, reason, at, ...decided }: RestrictionRow): Statement | null {
  if (statement || !reason) return statement;
  return statementOf({ ...decided, reason, explanation: null, at: new Date(at) });
}
