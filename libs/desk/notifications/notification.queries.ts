import type { DataSource } from 'typeorm';
import { UNREAD_LIMIT } from '#contracts/notifications.http.js';
import type { NotificationKind } from '#domain/notifications/notification-kinds.js';
import { prepared } from '#platform/database/prepared.js';
import type { Cursor } from '../conversations/cursor.js';

export interface NotificationRecord {
  id: string;
  kind: NotificationKind;
  kinds: NotificationKind[];
  count: number;
  at: Date;
  readAt: Date | null;
  actorName: string | null;
  bulkId: string | null;
  conversationId: string | null;
  reference: string;
  title: string | null;
  citizenName: string;
  departmentNameEn: string;
  departmentNameZh: string;
}

/** What the officer may no longer read is neither listed nor counted: the conversation may have moved on since. */
const READABLE = '(n.conversation_id IS NULL OR c.department_id = ANY($2::uuid[]))';

const page = (name: string, unread: string) => ({
  name,
  text: `
  SELECT n.id, n.kind, n.kinds, n.count, n.at, n.read_at AS "readAt", a.name AS "actorName", n.bulk_id AS "bulkId",
    c.id AS "conversationId", c.reference, c.title, z.name AS "citizenName",
    d.name_en AS "departmentNameEn", d.name_zh AS "departmentNameZh"
  FROM notification n
  LEFT JOIN conversation c ON c.id = n.conversation_id
  LEFT JOIN citizen z ON z.id = c.citizen_id
  LEFT JOIN department d ON d.id = c.department_id
  LEFT JOIN officer a ON n.actor_kind = 'officer' AND a.id = n.actor_id
  WHERE n.officer_id = $1 AND ${READABLE} AND (n.at, n.id) < ($3::timestamptz, $4::uuid)${unread}
  ORDER BY n.at DESC, n.id DESC LIMIT $5`,
});

export const NOTIFICATIONS = page('notifications', '');
export const UNREAD_NOTIFICATIONS = page('notifications-unread', ' AND n.read_at IS NULL');

const BEFORE_ALL: Cursor = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

export function notificationPage(
  dataSource: DataSource,
  query: {
    officerId: string;
    departmentIds: readonly string[];
    isUnread: boolean;
    after: Cursor | null;
    limit: number;
  },
): Promise<NotificationRecord[]> {
  const { at, id } = query.after ?? BEFORE_ALL;
  const values = [query.officerId, query.departmentIds, at, id, query.limit];
  return prepared<NotificationRecord>(dataSource, query.isUnread ? UNREAD_NOTIFICATIONS : NOTIFICATIONS, values);
}

export const UNREAD_COUNT = {
  name: 'notifications-count',
  text: `
  SELECT count(*)::int AS unread, (count(*) FILTER (WHERE kind = 'mentioned'))::int AS mentions,
    coalesce(array_agg(DISTINCT conversation_id) FILTER (WHERE conversation_id IS NOT NULL), '{}') AS "conversationIds"
  FROM (
    SELECT n.kind, n.conversation_id FROM notification n LEFT JOIN conversation c ON c.id = n.conversation_id
    WHERE n.officer_id = $1 AND n.read_at IS NULL AND ${READABLE}
    ORDER BY n.at DESC, n.id DESC LIMIT ${UNREAD_LIMIT}
  ) latest`,
};

export interface CountRecord {
  unread: number;
  mentions: number;
  conversationIds: string[];
}

export async function unreadCount(
  dataSource: DataSource,
  officerId: string,
  departmentIds: readonly string[],
): Promise<CountRecord> {
  const [count] = await prepared<CountRecord>(dataSource, UNREAD_COUNT, [officerId, departmentIds]);
  if (!count) throw new Error('counting answered nothing');
  return count;
}
