import type { InboxPage, InboxRow, InboxView } from '#contracts/inbox.http.js';
import { type Cursor, keysetPage } from './cursor.js';
import type { InboxRecord } from './inbox.queries.js';

export function inboxPageView(
  records: readonly InboxRecord[],
  { view, limit }: { view: InboxView; limit: number },
): InboxPage {
  const page = keysetPage(records, limit, (record) => placeOf(record, view));
  return { ...page, items: page.items.map(inboxRowView) };
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

function placeOf(record: InboxRecord, view: InboxView): Cursor {
  const at = view === 'all' ? record.lastMessageAt : record.answerDueAt;
  return { at: at?.toISOString() ?? 'infinity', id: record.id };
}
