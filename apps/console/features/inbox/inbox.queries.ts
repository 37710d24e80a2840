import { infiniteQueryOptions } from '@tanstack/react-query';
import { type InboxRow, inboxPageSchema } from '#contracts/inbox.http.js';
import { read, withQuery } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { firstPage } from '../../lib/paging.js';
import { type InboxFilter, paramsOf, searchOf } from './inbox-filter.js';

const PAGE = 50;

export const inboxQuery = (filter: InboxFilter, question?: string) =>
  infiniteQueryOptions({
    queryKey: keys.inbox({ ...filter, q: question }),
    queryFn: ({ pageParam, signal }) =>
      read(
        withQuery('/inbox', { ...paramsOf(filter), q: question, limit: PAGE, cursor: pageParam }),
        inboxPageSchema,
        signal,
      ),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => distinct(pages.flatMap(({ items }) => items)),
  });

/** A row that moved between the fetching of two pages comes twice; the first is where it stands. */
function distinct(rows: InboxRow[]): InboxRow[] {
  const seen = new Set<string>();
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** The filter as the desk is asked for it, for acts on everything that it shows. */
export function queryOf(filter: InboxFilter): string {
  return searchOf(filter).slice(1);
}
