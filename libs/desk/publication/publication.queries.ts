import type { DataSource } from 'typeorm';
import type { ConversationStatus } from '#domain/conversations/conversation.lifecycle.js';
import type { Worded } from '#domain/moderation/reasons.js';
import type { ModerationState, Visibility } from '#domain/moderation/visibility.js';
import type { ReplyKind } from '#domain/replies/reply-kind.js';
import { ACKNOWLEDGED_AT } from '../conversations/acknowledged.js';
import { ANSWERED_VISIBILITY } from '../conversations/answered-visibility.js';
import { SHARED_SPANS } from '../conversations/merged-parts.js';
import { isUnsettled, PUBLIC_DUE } from './public-promise.js';

export interface DepartmentRow {
  id: string;
  slug: string;
  nameEn: string;
  nameZh: string;
  timeZone: string;
  answerWithinHours: number | null;
}

export interface ListedRow extends DepartmentColumns {
  id: string;
  reference: string;
  openedAt: Date;
  firstAnsweredAt: Date | null;
  openingTitle: string | null;
  openingStart: string;
  openingLanguage: string;
  openingVisibility: Visibility;
  openingState: ModerationState;
}

export interface ConversationRow extends ListedRow {
  status: ConversationStatus;
  /** The reference of the public conversation in which this one is carried on. */
  survivor: string | null;
  acknowledgedAt: Date | null;
  answerDueAt: Date | null;
  /** No time can be said now, and not because nothing is promised. */
  isUnsettled: boolean;
}

export interface MessageRow {
  id: string;
  citizenId: string;
  authorName: string | null;
  title: string | null;
  body: string | null;
  language: string;
  visibility: Visibility;
  state: ModerationState;
  postedAt: Date;
  /** Null where the reason is not for the public. */
  hiddenFor: Worded | null;
}

export interface ReplyRow {
  id: string;
  kind: ReplyKind;
  /** Of a holding reply. */
  holdingUntil: Date | null;
  holdingReason: string | null;
  body: string;
  sentAt: Date;
  corrections: CorrectionRow[] | null;
  /** Of a question: something that the public knows of arrived after its officer had pressed send. */
  isOvertaken: boolean;
  /** How the message that it answers was sent; null where that is not known. */
  answersVisibility: Visibility | null;
}

/** A text that was replaced in the open; null where it held what must not be public. */
export interface CorrectionRow {
  at: string;
  reason: string;
  earlierBody: string | null;
  earlierHoldingReason: string | null;
}

/** Of the department that has the conversation or wrote the letter. */
export interface DepartmentColumns {
  slug: string;
  nameEn: string;
  nameZh: string;
  timeZone: string;
}

/** Where an "older" page starts; the reference of the last row of the page before. */
export interface Page {
  before: string | null;
  limit: number;
}

/** Messages and answers of one conversation that one page shows at most. */
export const THREAD_LIMIT = 500;
/** Enough of the opening for a line in a list; the whole text is not carried there. */
const OPENING_START = 300;

/** A message whose words may stand in public: of a redacted one those with blocks, once its original is sealed away. */
export const READABLE = `(m.state = 'visible'
    OR m.state = 'redacted' AND EXISTS (SELECT 1 FROM sealed_original s WHERE s.message_id = m.id))`;

/**
 * The message that opened the conversation, by arrival: a partner may post-date what it sends later, and a later message
 * must not stand in for an opening that nobody may see. Joins nothing unless the public may read it.
 */
const PUBLIC_OPENING = `
  JOIN LATERAL (
    SELECT m.title, m.body, m.language, m.visibility, m.state, ${READABLE} AS is_readable
    FROM message m WHERE m.conversation_id = c.id ORDER BY m.received_at, m.id LIMIT 1
  ) o ON o.is_readable AND o.visibility IN ('public', 'pseudonym')`;

/** The conversation $1 and what is carried on in it, where the public may read what opened that. */
const PUBLIC_PARTS = `ANY(ARRAY(
    SELECT c.id FROM conversation c ${PUBLIC_OPENING} WHERE c.merged_into_id = $1
  ) || $1::uuid)`;

/** Where answers to $1 were given while it was carried on in a conversation that the public may read. */
export const PUBLIC_SPANS = `
  SELECT span.* FROM (${SHARED_SPANS}) span JOIN conversation c ON c.id = span.id ${PUBLIC_OPENING}`;

const DEPARTMENT_COLUMNS = `d.slug, d.name_en AS "nameEn", d.name_zh AS "nameZh", d.time_zone AS "timeZone"`;

const LISTED_COLUMNS = `
  c.id, c.reference, c.opened_at AS "openedAt", c.first_answered_at AS "firstAnsweredAt",
  o.title AS "openingTitle", left(o.body, ${OPENING_START}) AS "openingStart", o.language AS "openingLanguage",
  o.visibility AS "openingVisibility", o.state AS "openingState"`;

export function departments(dataSource: DataSource): Promise<DepartmentRow[]> {
  return dataSource.query(
    `SELECT d.id, ${DEPARTMENT_COLUMNS}, d.answer_within_hours AS "answerWithinHours" FROM department d ORDER BY d.slug`,
  );
}

export async function departmentBySlug(dataSource: DataSource, slug: string): Promise<DepartmentRow | undefined> {
  const rows: DepartmentRow[] = await dataSource.query(
    `SELECT d.id, ${DEPARTMENT_COLUMNS}, d.answer_within_hours AS "answerWithinHours" FROM department d WHERE d.slug = $1`,
    [slug],
  );
  return rows[0];
}

/** The latest answered ones of all departments: a few from the index of each, then the latest of those. */
export function latestAnswered(dataSource: DataSource, limit: number): Promise<ListedRow[]> {
  return dataSource.query(
    `SELECT l.*, ${DEPARTMENT_COLUMNS}
     FROM department d CROSS JOIN LATERAL (
       SELECT ${LISTED_COLUMNS} FROM conversation c ${PUBLIC_OPENING}
       WHERE c.department_id = d.id AND c.first_answered_at IS NOT NULL
       ORDER BY c.first_answered_at DESC, c.id DESC LIMIT $1
     ) l
     ORDER BY l."firstAnsweredAt" DESC, l.id DESC LIMIT $1`,
    [limit],
  );
}

/**
 * By when they were opened: the last message may be one that nobody outside may know of. Null where the anchor is not (or no
 * longer) a public conversation of the department.
 */
export async function conversationsOf(
  dataSource: DataSource,
  departmentId: string,
  { before, limit }: Page,
): Promise<ListedRow[] | null> {
  const anchors: { at: string; id: string }[] = before
    ? await dataSource.query(
        `SELECT c.opened_at::text AS at, c.id FROM conversation c ${PUBLIC_OPENING}
         WHERE c.reference = $1 AND c.department_id = $2`,
        [before, departmentId],
      )
    : [{ at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }];
  const [anchor] = anchors;
  if (!anchor) return null;
  return dataSource.query(
    `SELECT ${LISTED_COLUMNS}, ${DEPARTMENT_COLUMNS}
     FROM conversation c JOIN department d ON d.id = c.department_id ${PUBLIC_OPENING}
     WHERE c.department_id = $1 AND c.status <> 'merged' AND (c.opened_at, c.id) < ($2::timestamptz, $3::uuid)
     ORDER BY c.opened_at DESC, c.id DESC LIMIT $4`,
    [departmentId, anchor.at, anchor.id, limit],
  );
}

/**
 * What is merged into a conversation that the public may read is read there: `survivor` is its reference. Into another
 * one, it says no more of that than how far the work is.
 */
export async function publicConversation(
  dataSource: DataSource,
  reference: string,
): Promise<ConversationRow | undefined> {
  const rows: ConversationRow[] = await dataSource.query(
    `SELECT ${LISTED_COLUMNS}, coalesce(s.status, c.status) AS status, ${PUBLIC_DUE} AS "answerDueAt", ${isUnsettled(PUBLIC_DUE)} AS "isUnsettled",
       ${ACKNOWLEDGED_AT} AS "acknowledgedAt", ${DEPARTMENT_COLUMNS},
       CASE WHEN s.id IS NOT NULL THEN
         (SELECT c.reference FROM conversation c ${PUBLIC_OPENING} WHERE c.id = s.id)
       END AS survivor
     FROM conversation c JOIN department d ON d.id = c.department_id ${PUBLIC_OPENING}
     LEFT JOIN conversation s ON s.id = c.merged_into_id
     WHERE c.reference = $1`,
    [reference],
  );
  return rows[0];
}

/** Names and texts only of what the public may read; hidden ones come bare, with the reason. */
export function publicMessages(dataSource: DataSource, conversationId: string): Promise<MessageRow[]> {
  return dataSource.query(
    `SELECT m.id, m.citizen_id AS "citizenId", m.language, m.visibility, m.state, m.posted_at AS "postedAt",
       CASE WHEN m.state <> 'hidden' AND m.visibility = 'public' THEN m.author_name END AS "authorName",
       CASE WHEN m.state <> 'hidden' THEN m.title END AS title,
       CASE WHEN m.state <> 'hidden' THEN m.body END AS body,
       h.wording AS "hiddenFor"
     FROM message m
     LEFT JOIN LATERAL (
       SELECT CASE WHEN r.is_public THEN jsonb_build_object('en', r.wording_en, 'zh', r.wording_zh) END AS wording
       FROM moderation_decision x JOIN moderation_reason r ON r.code = x.reason AND r.version = x.reason_version
       WHERE x.message_id = m.id AND x.decision = 'hide' ORDER BY x.decided_at DESC, x.id DESC LIMIT 1
     ) h ON m.state = 'hidden'
     WHERE m.conversation_id = ${PUBLIC_PARTS} AND m.visibility IN ('public', 'pseudonym') AND (m.state = 'hidden' OR ${READABLE})
     ORDER BY m.posted_at, m.id LIMIT $2`,
    [conversationId, THREAD_LIMIT + 1],
  );
}

/**
 * Only what has left. What a reply answers was there when its officer pressed send: what the citizen wrote while it waited,
 * perhaps for other eyes, does not decide who reads it. Earlier texts that are withheld do not leave the database.
 */
export function replies(
  dataSource: DataSource,
  conversationId: string,
  from: string = PUBLIC_REPLIES,
): Promise<ReplyRow[]> {
  return dataSource.query(
    `SELECT r.id, r.kind, r.body, r.sent_at AS "sentAt", r.holding_until AS "holdingUntil", r.holding_reason AS "holdingReason",
       r.kind = 'question' AND EXISTS (
         SELECT 1 FROM message m WHERE m.conversation_id = ${PUBLIC_PARTS} AND m.visibility IN ('public', 'pseudonym')
           AND m.state IN ('visible', 'redacted', 'hidden') AND m.received_at > coalesce(r.pressed_at, r.sent_at)
       ) AS "isOvertaken",
       (SELECT jsonb_agg(jsonb_build_object('at', k.corrected_at, 'reason', k.reason,
            'earlierBody', CASE WHEN NOT k.is_earlier_withheld THEN k.earlier_body END,
            'earlierHoldingReason', CASE WHEN NOT k.is_earlier_withheld THEN k.earlier_holding_reason END) ORDER BY k.number)
        FROM reply_correction k WHERE k.reply_id = r.id) AS corrections,
       ${ANSWERED_VISIBILITY} AS "answersVisibility"
     FROM reply r WHERE r.id IN (${from}) AND r.state = 'sent' ORDER BY r.sent_at, r.id LIMIT $2`,
    [conversationId, THREAD_LIMIT + 1],
  );
}

/** Its own, its public parts', and what was said to it where it was carried on in public. */
const PUBLIC_REPLIES = `
  SELECT own.id FROM reply own WHERE own.conversation_id = ${PUBLIC_PARTS}
  UNION ALL
  SELECT shared.id FROM (${PUBLIC_SPANS}) span JOIN reply shared
    ON shared.conversation_id = span.id AND shared.sent_at >= span.from_at AND shared.sent_at < span.until_at`;

/** The ids of the letters of a public page, in the same sense. */
export const PUBLIC_LETTERS = `
  SELECT own.id FROM letter own WHERE own.conversation_id = ${PUBLIC_PARTS}
  UNION ALL
  SELECT shared.id FROM (${PUBLIC_SPANS}) span JOIN letter shared
    ON shared.conversation_id = span.id AND shared.published_at >= span.from_at AND shared.published_at < span.until_at`;
