import { queryOptions } from '@tanstack/react-query';
import {
  colleagueDraftSchema,
  colleagueDraftsSchema,
  draftSchema,
  earlierDraftsSchema,
  presenceViewSchema,
} from '#contracts/replies.http.js';
import { read } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';

const pathOf = (conversationId: string) => `/conversations/${encodeURIComponent(conversationId)}`;

export const draftQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keys.draft(conversationId),
    queryFn: ({ signal }) => read(`${pathOf(conversationId)}/draft`, draftSchema, signal),
  });

/** Rung when it changes; looked at now and then too, since nobody rings for a ring that was lost. */
export const presenceQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keys.presence(conversationId),
    queryFn: ({ signal }) => read(`${pathOf(conversationId)}/presence`, presenceViewSchema, signal),
    refetchInterval: 20_000,
  });

export const colleagueDraftsQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keys.colleagueDrafts(conversationId),
    queryFn: ({ signal }) => read(`${pathOf(conversationId)}/drafts`, colleagueDraftsSchema, signal),
  });

export const colleagueDraftQuery = (conversationId: string, officerId: string) =>
  queryOptions({
    queryKey: [...keys.colleagueDrafts(conversationId), officerId],
    queryFn: ({ signal }) => read(`${pathOf(conversationId)}/drafts/${officerId}`, colleagueDraftSchema, signal),
    staleTime: 0,
  });

export const earlierDraftsQuery = (conversationId: string) =>
  queryOptions({
    queryKey: [...keys.draft(conversationId), 'earlier'],
    queryFn: ({ signal }) => read(`${pathOf(conversationId)}/draft/earlier`, earlierDraftsSchema, signal),
    staleTime: 0,
  });
