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
}

/** Who may be in danger first; then the oldest: who waits longest for a moderator is decided first. */
export const HELD_MESSAGES = {
  name: 'held-messages',
  text: `
  SELECT m.id AS "messageId", c.id AS "conversationId", c.version AS "conversationVersion", c.reference,
    d.id AS "departmentId", d.slug AS "departmentSlug", d.name_en AS "departmentNameEn", d.name_zh AS "departmentNameZh",
    m.author_name AS "citizenName", m.title, m.body, m.received_at AS "receivedAt",
    coalesce(m.screening -> 'findings', (SELECT findings FROM moderation_decision x WHERE x.message_id = m.id AND x.decision = 'hold' ORDER BY x.decided_at DESC LIMIT 1)) AS findings,
    ${screenedColumns('c.department_id')}, ${IS_ALARM} AS "isAlarm"
  FROM message m
  JOIN conversation c ON c.id = m.conversation_id
  JOIN department d ON d.id = c.department_id
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
