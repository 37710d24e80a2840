import { infiniteQueryOptions } from '@tanstack/react-query';
import { type InboxRow, inboxPageSchema } from '#contracts/inbox.http.js';
import { read, withQuery } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { firstPage } from '../../lib/paging.js';
import type { InboxFilter } from './inbox-filter.js';

const PAGE = 50;

export const inboxQuery = (filter: InboxFilter) =>
  infiniteQueryOptions({
    queryKey: keys.inbox(filter),
    queryFn: ({ pageParam, signal }) =>
      read(withQuery('/inbox', { ...filter, limit: PAGE, cursor: pageParam }), inboxPageSchema, signal),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => distinct(pages.flatMap(({ items }) => items)),
  });

/** A row that moved between the fetching of two pages comes twice; the first is where it stands. */
function distinct(rows: InboxRow[]): InboxRow[] {
  return [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed();
}
