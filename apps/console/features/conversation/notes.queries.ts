import { queryOptions } from '@tanstack/react-query';
import { mentionableListSchema } from '#contracts/notes.http.js';
import { read } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';

export const mentionableQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keys.mentionable(conversationId),
    queryFn: ({ signal }) => read(`/conversations/${conversationId}/mentionable`, mentionableListSchema, signal),
    staleTime: 60_000,
  });
