import type { DataSource } from 'typeorm';
import type { Localised } from '#contracts/directory.http.js';
import type { Decision } from '#domain/moderation/decision.lifecycle.js';
import type { ModerationReason } from '#domain/moderation/reasons.js';
import type { Statement } from '#domain/moderation/statement.js';
import { ACKNOWLEDGED_AT } from '../conversations/acknowledged.js';
import { helplineOf, IS_ALARM } from '../conversations/screened-message.js';
import { publicReferenceOf } from './public-letter.queries.js';
import { isUnsettled } from './public-promise.js';
import { type ConversationRow, type MessageRow, THREAD_LIMIT } from './publication.queries.js';

export interface TrackedRow extends Omit<ConversationRow, 'survivor'> {
  citizenId: string;
  /** The conversation in which it is carried on. */
  mergedIntoId: string | null;
  /** Others are carried on in it. */
  hasParts: boolean;
  /** The desk waits for the citizen, there where it is carried on. */
  isAsked: boolean;
}

const DUE = 'coalesce(s.answer_due_at, c.answer_due_at)';

export async function conversationByTrackingHash(
  dataSource: DataSource,
  trackingHash: Buffer,
): Promise<TrackedRow | undefined> {
  const rows: TrackedRow[] = await dataSource.query(
    `SELECT c.id, c.reference, c.citizen_id AS "citizenId", coalesce(s.status, c.status) AS status, c.opened_at AS "openedAt",
       ${DUE} AS "answerDueAt", ${isUnsettled(DUE)} AS "isUnsettled", c.first_answered_at AS "firstAnsweredAt",
       c.merged_into_id AS "mergedIntoId", ${ACKNOWLEDGED_AT} AS "acknowledgedAt",
       EXISTS (SELECT 1 FROM conversation part WHERE part.merged_into_id = c.id) AS "hasParts",
       (CASE WHEN s.id IS NULL THEN c.asked_at ELSE s.asked_at END) IS NOT NULL AS "isAsked",
       o.title AS "openingTitle", left(o.body, 300) AS "openingStart", o.language AS "openingLanguage",
       o.visibility AS "openingVisibility", o.state AS "openingState",
       d.slug, d.name_en AS "nameEn", d.name_zh AS "nameZh", d.time_zone AS "timeZone"
     FROM conversation c JOIN department d ON d.id = c.department_id
     LEFT JOIN conversation s ON s.id = c.merged_into_id
     JOIN LATERAL (
       SELECT m.title, m.body, m.language, m.visibility, m.state
       FROM message m WHERE m.conversation_id = c.id ORDER BY m.received_at, m.id LIMIT 1
     ) o ON true
     WHERE c.tracking_hash = $1`,
    [trackingHash],
  );
  return rows[0];
}

/** The conversation $1 and what was split off from it for the same citizen, and from that again. */
const OWN = `
    WITH RECURSIVE own AS (
      SELECT c.id, c.citizen_id FROM conversation c WHERE c.id = $1
      UNION
      SELECT split.id, split.citizen_id FROM own
      JOIN conversation split ON split.split_from_id = own.id AND split.citizen_id = own.citizen_id
    ) SELECT own.id FROM own`;

/** A message whatever its state, as its author may read it. */
export interface OwnMessageRow extends MessageRow {
  /** What was written, where something of it is covered. */
  original: { title: string | null; body: string } | null;
  /** The decision that keeps something of it from the public now. */
  restriction: RestrictionRow | null;
}

export interface RestrictionRow {
  id: string;
  decision: Decision;
  /** As it was given to the author; null for what screening decided by itself. */
  statement: Statement | null;
  reason: ModerationReason | null;
  foundKinds: string[];
  isByDesk: boolean;
  at: string;
}

/** In the version with which it was decided. */
const REASON = `
  SELECT jsonb_build_object('code', r.code, 'version', r.version, 'isPublic', r.is_public, 'basis', r.basis,
    'wording', jsonb_build_object('en', r.wording_en, 'zh', r.wording_zh),
    'basisWording', jsonb_build_object('en', r.basis_en, 'zh', r.basis_zh),
    'instead', jsonb_build_object('en', r.instead_en, 'zh', r.instead_zh), 'decisions', r.decisions, 'isRetired', r.is_retired)
  FROM moderation_reason r WHERE r.code = x.reason AND r.version = x.reason_version`;

const RESTRICTION = `
  SELECT jsonb_build_object('id', x.id, 'decision', x.decision, 'statement', x.statement, 'reason', (${REASON}),
    'foundKinds', ARRAY(SELECT DISTINCT f ->> 'kind' FROM jsonb_array_elements(x.findings) f),
    'isByDesk', x.decided_by IS NULL, 'at', x.decided_at) AS words
  FROM moderation_decision x
  WHERE x.message_id = m.id AND x.decision = CASE m.state
    WHEN 'held' THEN 'hold' WHEN 'redacted' THEN 'redact' WHEN 'hidden' THEN 'hide' WHEN 'rejected' THEN 'reject' END
  ORDER BY x.decided_at DESC, x.id DESC LIMIT 1`;

/** Whatever their state: the view decides by whose they are. */
export function allMessages(dataSource: DataSource, conversationId: string): Promise<OwnMessageRow[]> {
  return dataSource.query(
    `SELECT m.id, m.citizen_id AS "citizenId", m.author_name AS "authorName", m.title, m.body, m.language, m.visibility,
       m.state, m.posted_at AS "postedAt", NULL AS "hiddenFor", restriction.words AS restriction,
       (SELECT jsonb_build_object('title', s.title, 'body', s.body) FROM sealed_original s WHERE s.message_id = m.id) AS original
     FROM message m
     LEFT JOIN LATERAL (${RESTRICTION}) restriction ON m.state NOT IN ('screening', 'visible')
     WHERE m.conversation_id IN (${OWN}) ORDER BY m.posted_at, m.id LIMIT $2`,
    [conversationId, THREAD_LIMIT + 1],
  );
}

/** The answers to what the link stands for: also those that were given where it was carried on. */
export const OWN_REPLIES = `
  SELECT own.id FROM reply own WHERE own.conversation_id IN (${OWN})
  UNION ALL
  SELECT shared.id FROM conversation_merge g JOIN reply shared
    ON shared.conversation_id = g.into_id AND shared.sent_at >= g.from_at AND shared.sent_at < coalesce(g.until_at, 'infinity')
  WHERE g.conversation_id IN (${OWN})`;

export const OWN_LETTERS = `
  SELECT own.id FROM letter own WHERE own.conversation_id IN (${OWN})
  UNION ALL
  SELECT shared.id FROM conversation_merge g JOIN letter shared
    ON shared.conversation_id = g.into_id AND shared.published_at >= g.from_at AND shared.published_at < coalesce(g.until_at, 'infinity')
  WHERE g.conversation_id IN (${OWN})`;

/** Split off from it for the same citizen: the references under which the department deals with them. */
export function splitOff(dataSource: DataSource, conversationId: string): Promise<{ reference: string }[]> {
  return dataSource.query(
    `SELECT split.reference FROM conversation split
     WHERE split.id IN (${OWN}) AND split.id <> $1 AND split.status <> 'merged' ORDER BY split.opened_at, split.id`,
    [conversationId],
  );
}

/** Whether the public may read what opened it. */
export async function isPublic(dataSource: DataSource, conversationId: string): Promise<boolean> {
  return (await publicReferenceOf(dataSource, conversationId)) !== null;
}

/** Shown to an author who may be in danger; undefined where nobody is. */
export async function helplineFor(
  dataSource: DataSource,
  conversationId: string,
): Promise<{ helpline: Localised | null } | undefined> {
  const rows: { helpline: Localised | null }[] = await dataSource.query(
    `SELECT ${helplineOf('c.department_id')} AS helpline FROM message m JOIN conversation c ON c.id = m.conversation_id
     WHERE m.conversation_id IN (${OWN}) AND m.screening IS NOT NULL AND ${IS_ALARM}
       AND m.citizen_id = (SELECT citizen_id FROM conversation WHERE id = $1) LIMIT 1`,
    [conversationId],
  );
  return rows[0];
}
