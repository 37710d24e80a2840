import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { type SavedViewView, savedViewListSchema } from '#contracts/saved-views.http.js';
import { read } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { SAVED } from './inbox-filter.js';

export const savedViewsQuery = queryOptions({
  queryKey: keys.savedViews,
  queryFn: ({ signal }) => read('/views', savedViewListSchema, signal),
  staleTime: 60_000,
});

/** The view that the address names, as far as the viewer may still open it. */
export function useOpenedView(): SavedViewView | null {
  const [search] = useSearchParams();
  const views = useQuery(savedViewsQuery);
  return views.data?.items.find(({ id }) => id === search.get(SAVED)) ?? null;
}
