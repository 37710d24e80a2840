import { queryOptions } from '@tanstack/react-query';
import { relatedSchema, relatedViewSchema } from '#contracts/merging.http.js';
import { similarConversationsSchema } from '#contracts/search.http.js';
import { read, withQuery } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';

const pathOf = (conversationId: string) => `/conversations/${encodeURIComponent(conversationId)}`;

export const relatedQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keys.related(conversationId),
    queryFn: ({ signal }) => read(`${pathOf(conversationId)}/related`, relatedViewSchema, signal),
  });

/** What was answered changes slowly: not looked up again for a while. */
export const similarQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keys.similar(conversationId),
    queryFn: ({ signal }) => read(`${pathOf(conversationId)}/similar`, similarConversationsSchema, signal),
    staleTime: 300_000,
  });

export function findCandidate(conversationId: string, reference: string) {
  return read(withQuery(`${pathOf(conversationId)}/merge-candidate`, { reference }), relatedSchema);
}
