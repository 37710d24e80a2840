import type { DataSource } from 'typeorm';
import { prepared } from '#platform/database/prepared.js';

export interface HeldRow {
  messageId: string;
  conversationId: string;
  conversationVersion: number;
  reference: string;
  departmentId: string;
  departmentSlug: string;
  departmentNameEn: string;
  departmentNameZh: string;
  citizenName: string;
  title: string | null;
  body: string;
  receivedAt: Date;
  findings: unknown;
  /** How often it has been decided on. */
  version: number;
  isSealed: boolean;
  shownTitle: string | null;
  shownBody: string;
  shownName: string;
  /** Of the last redaction. */
  spans: unknown;
}

/** Oldest first: who waits longest for a moderator is decided first. */
export const HELD_MESSAGES = {
  name: 'held-messages',
  text: `
  SELECT m.id AS "messageId", c.id AS "conversationId", c.version AS "conversationVersion", c.reference,
    d.id AS "departmentId", d.slug AS "departmentSlug", d.name_en AS "departmentNameEn", d.name_zh AS "departmentNameZh",
    coalesce(s.author_name, m.author_name) AS "citizenName", CASE WHEN s.message_id IS NULL THEN m.title ELSE s.title END AS title,
    coalesce(s.body, m.body) AS body, m.received_at AS "receivedAt", s.message_id IS NOT NULL AS "isSealed",
    m.title AS "shownTitle", m.body AS "shownBody", m.author_name AS "shownName",
    (SELECT count(*)::int FROM moderation_decision x WHERE x.message_id = m.id) AS version,
    (SELECT x.spans FROM moderation_decision x WHERE x.message_id = m.id AND x.decision = 'redact' ORDER BY x.decided_at DESC LIMIT 1) AS spans,
    (SELECT findings FROM moderation_decision x WHERE x.message_id = m.id AND x.decision = 'hold' AND x.decided_by IS NULL ORDER BY x.decided_at DESC LIMIT 1) AS findings
  FROM message m
  JOIN conversation c ON c.id = m.conversation_id
  JOIN department d ON d.id = c.department_id
  LEFT JOIN sealed_original s ON s.message_id = m.id
  WHERE m.state = 'held' AND c.department_id = ANY($1::uuid[]) AND ($2::timestamptz IS NULL OR (m.received_at, m.id) > ($2, $3::uuid))
  ORDER BY m.received_at, m.id LIMIT $4`,
};

export function heldMessages(
  dataSource: DataSource,
  query: { departmentIds: readonly string[]; after: { at: string; id: string } | null; limit: number },
): Promise<HeldRow[]> {
  return prepared<HeldRow>(dataSource, HELD_MESSAGES, [
    query.departmentIds,
    query.after?.at ?? null,
    query.after?.id ?? null,
    query.limit,
  ]);
}
