import type { DataSource } from 'typeorm';
import type { Localised } from '#contracts/directory.http.js';
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

/** Whatever their state: the view decides by whose they are. */
export function allMessages(dataSource: DataSource, conversationId: string): Promise<MessageRow[]> {
  return dataSource.query(
    `SELECT m.id, m.citizen_id AS "citizenId", m.author_name AS "authorName", m.title, m.body, m.language, m.visibility,
       m.state, m.posted_at AS "postedAt", h.reason AS "hiddenFor"
     FROM message m JOIN citizen z ON z.id = m.citizen_id
     LEFT JOIN LATERAL (
       SELECT reason FROM moderation_decision WHERE message_id = m.id AND decision = 'hide'
       ORDER BY decided_at DESC, id DESC LIMIT 1
     ) h ON m.state = 'hidden'
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
