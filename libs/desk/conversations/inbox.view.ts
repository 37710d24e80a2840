import type { InboxPage, InboxRow, InboxView } from '#contracts/inbox.http.js';
import { encodeCursor } from './cursor.js';
import type { InboxRecord } from './inbox.queries.js';

export function inboxPageView(
  records: readonly InboxRecord[],
  { view, limit }: { view: InboxView; limit: number },
): InboxPage {
  const page = records.slice(0, limit);
  const last = page.at(-1);
  const hasMore = records.length > limit && last !== undefined;
  return { items: page.map(inboxRowView), nextCursor: hasMore ? cursorAfter(last, view) : null };
}

function inboxRowView(record: InboxRecord): InboxRow {
  const { officerId, officerName } = record;
  return {
    id: record.id,
    version: record.version,
    reference: record.reference,
    status: record.status,
    title: record.title,
    excerpt: record.excerpt,
    citizenName: record.citizenName,
    language: record.language,
    department: {
      id: record.departmentId,
      slug: record.departmentSlug,
      name: { en: record.departmentNameEn, zh: record.departmentNameZh },
    },
    officer: officerId && officerName ? { id: officerId, name: officerName } : null,
    lastMessageAt: record.lastMessageAt.toISOString(),
    waitingSince: record.waitingSince?.toISOString() ?? null,
    answerDueAt: record.answerDueAt?.toISOString() ?? null,
    firstAnsweredAt: record.firstAnsweredAt?.toISOString() ?? null,
  };
}

function cursorAfter(record: InboxRecord, view: InboxView): string {
  const at = view === 'all' ? record.lastMessageAt : record.answerDueAt;
  return encodeCursor({ at: at?.toISOString() ?? 'infinity', id: record.id });
}
