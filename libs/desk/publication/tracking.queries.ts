import type { DataSource } from 'typeorm';
import { type ConversationRow, type MessageRow, THREAD_LIMIT } from './publication.queries.js';

export interface TrackedRow extends ConversationRow {
  citizenId: string;
}

export async function conversationByTrackingHash(
  dataSource: DataSource,
  trackingHash: Buffer,
): Promise<TrackedRow | undefined> {
  const rows: TrackedRow[] = await dataSource.query(
    `SELECT c.id, c.reference, c.citizen_id AS "citizenId", c.status, c.opened_at AS "openedAt",
       c.answer_due_at AS "answerDueAt", c.first_answered_at AS "firstAnsweredAt",
       o.title AS "openingTitle", left(o.body, 300) AS "openingStart", o.language AS "openingLanguage",
       o.visibility AS "openingVisibility", o.state AS "openingState",
       d.slug, d.name_en AS "nameEn", d.name_zh AS "nameZh", d.time_zone AS "timeZone"
     FROM conversation c JOIN department d ON d.id = c.department_id
     JOIN LATERAL (
       SELECT m.title, m.body, m.language, m.visibility, m.state
       FROM message m WHERE m.conversation_id = c.id ORDER BY m.received_at, m.id LIMIT 1
     ) o ON true
     WHERE c.tracking_hash = $1`,
    [trackingHash],
  );
  return rows[0];
}

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
     WHERE m.conversation_id = $1 ORDER BY m.posted_at, m.id LIMIT $2`,
    [conversationId, THREAD_LIMIT + 1],
  );
}
