import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { inboxFacetsSchema } from '#contracts/inbox.http.js';
import { type SavedViewView, savedViewListSchema } from '#contracts/saved-views.http.js';
import { read } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { SAVED } from './inbox-filter.js';

const RARELY_CHANGES_MS = 5 * 60_000;

export const savedViewsQuery = queryOptions({
  queryKey: keys.savedViews,
  queryFn: ({ signal }) => read('/views', savedViewListSchema, signal),
  staleTime: 60_000,
});

/** What there is to filter by. */
export const facetsQuery = queryOptions({
  queryKey: keys.inboxFacets,
  queryFn: ({ signal }) => read('/inbox/facets', inboxFacetsSchema, signal),
  staleTime: RARELY_CHANGES_MS,
});

/** The view that the address names, as far as the viewer may still open it. */
export function useOpenedView(): SavedViewView | null {
  const [search] = useSearchParams();
  const views = useQuery(savedViewsQuery);
  return views.data?.items.find(({ id }) => id === search.get(SAVED)) ?? null;
}
