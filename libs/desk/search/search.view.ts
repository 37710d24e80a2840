import type { InboxRow } from '#contracts/inbox.http.js';
import type { SearchMatch } from '#contracts/search.http.js';
import { markAll, markExcerpt } from '#domain/search/highlight.js';
import type { SearchQuery } from '#domain/search/search-query.js';
import type { InboxRecord } from '../conversations/inbox.queries.js';
import { inboxRowView } from '../conversations/inbox.view.js';
import type { RankedMatch } from './rank-matches.js';

export function matchedRowView(record: InboxRecord, match: SearchMatch): InboxRow {
  return { ...inboxRowView(record), match };
}

export function matchView({ entry, text }: RankedMatch, query: SearchQuery): SearchMatch {
  return {
    kind: entry.kind,
    entryId: entry.entryId,
    at: entry.at.toISOString(),
    title: text.title ? markAll(text.title, query) : null,
    excerpt: markExcerpt(text.body, query),
  };
}

/** Its own reference was typed: nothing of its texts was looked at. */
export function referenceMatchView(record: InboxRecord): SearchMatch {
  return {
    kind: 'reference',
    entryId: record.id,
    at: record.lastMessageAt.toISOString(),
    title: null,
    excerpt: [{ text: record.excerpt, isMatch: false }],
  };
}
