import { queryOptions } from '@tanstack/react-query';
import { inboxFacetsSchema } from '#contracts/inbox.http.js';
import { read } from './http.js';
import { keys } from './keys.js';

const RARELY_CHANGES_MS = 5 * 60_000;

/** What there is to filter by. */
export const facetsQuery = queryOptions({
  queryKey: keys.inboxFacets,
  queryFn: ({ signal }) => read('/inbox/facets', inboxFacetsSchema, signal),
  staleTime: RARELY_CHANGES_MS,
});
