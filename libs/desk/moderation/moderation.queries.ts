import type { DataSource } from 'typeorm';
import { prepared } from '#platform/database/prepared.js';
import type { Cursor } from '../conversations/cursor.js';
import { IS_ALARM, type ScreenedColumns, screenedColumns } from '../conversations/screened-message.js';

export interface HeldRow extends ScreenedColumns {
  isAlarm: boolean;
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

/** Who may be in danger first; then the oldest: who waits longest for a moderator is decided first. */
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
    coalesce(m.screening -> 'findings', (SELECT findings FROM moderation_decision x WHERE x.message_id = m.id AND x.decision = 'hold' AND x.decided_by IS NULL ORDER BY x.decided_at DESC LIMIT 1)) AS findings,
    ${screenedColumns('c.department_id')}, ${IS_ALARM} AS "isAlarm"
  FROM message m
  JOIN conversation c ON c.id = m.conversation_id
  JOIN department d ON d.id = c.department_id
  LEFT JOIN sealed_original s ON s.message_id = m.id
  WHERE m.state = 'held' AND c.department_id = ANY($1::uuid[]) AND ($2::timestamptz IS NULL OR (NOT ${IS_ALARM}, m.received_at, m.id) > ($5::boolean, $2, $3::uuid))
  ORDER BY NOT ${IS_ALARM}, m.received_at, m.id LIMIT $4`,
};

export function heldMessages(
  dataSource: DataSource,
  query: { departmentIds: readonly string[]; after: Cursor | null; limit: number },
): Promise<HeldRow[]> {
  return prepared<HeldRow>(dataSource, HELD_MESSAGES, [
    query.departmentIds,
    query.after?.at ?? null,
    query.after?.id ?? null,
    query.limit,
    query.after?.isLater ?? true,
  ]);
}
