import type { NotificationPage, NotificationView } from '#contracts/notifications.http.js';
import { keysetPage } from '../conversations/cursor.js';
import type { NotificationRecord } from './notification.queries.js';

export function notificationPageView(rows: readonly NotificationRecord[], limit: number): NotificationPage {
  const { items, nextCursor } = keysetPage(rows, limit, ({ at, id }) => ({ at: at.toISOString(), id }));
  return { items: items.map(notificationView), nextCursor };
}

function notificationView(row: NotificationRecord): NotificationView {
  return {
    id: row.id,
    kind: row.kind,
    kinds: row.kinds,
    count: row.count,
    at: row.at.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
    actorName: row.actorName,
    conversation: row.conversationId === null ? null : conversationOf(row, row.conversationId),
    bulkId: row.bulkId,
  };
}

function conversationOf(row: NotificationRecord, id: string): NotificationView['conversation'] {
  return {
    id,
    reference: row.reference,
    title: row.title,
    citizenName: row.citizenName,
    department: { en: row.departmentNameEn, zh: row.departmentNameZh },
  };
}
