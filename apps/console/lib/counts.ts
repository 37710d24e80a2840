import { queryOptions } from '@tanstack/react-query';
import { inboxCountsSchema } from '#contracts/inbox.http.js';
import { read } from './http.js';
import { keys } from './keys.js';

export const countsQuery = queryOptions({
  queryKey: keys.counts,
  queryFn: ({ signal }) => read('/inbox/counts', inboxCountsSchema, signal),
});
