import type { InboxPage, InboxRow, InboxView } from '#contracts/inbox.http.js';
import { keysetPage } from './cursor.js';
import { type InboxRecord, placeOf } from './inbox.queries.js';
import { labelledView } from './labelled.view.js';

export function inboxPageView(
  records: readonly InboxRecord[],
  { view, limit }: { view: InboxView; limit: number },
): InboxPage {
  const page = keysetPage(records, limit, (record) => placeOf(record, view));
  return { ...page, items: page.items.map(inboxRowView) };
}

export function inboxRowView(record: InboxRecord): InboxRow {
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
    ...labelledView(record),
  };
}
