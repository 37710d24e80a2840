import { queryOptions } from '@tanstack/react-query';
import { cannedReplyListSchema } from '#contracts/canned-replies.http.js';
import { read } from './http.js';
import { keys } from './keys.js';

/** All that the officer may use. */
export const cannedRepliesQuery = queryOptions({
  queryKey: keys.cannedReplies,
  queryFn: ({ signal }) => read('/canned-replies', cannedReplyListSchema, signal),
  staleTime: 30_000,
});
