import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { pairSchema } from '#contracts/merging.http.js';
import { act } from '../../lib/http.js';
import { refetchAround } from './conversation.queries.js';

export interface MergingOrder {
  verb: 'merge' | 'unmerge' | 'split';
  /** The conversation that is merged, taken out or split. */
  id: string;
  body: { version: number } & Record<string, unknown>;
}

/** Merging, unmerging, splitting: two conversations change at once, and both are fetched again. */
export function useMerging() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, id, body }: MergingOrder) =>
      act(pairSchema, { method: 'POST', path: `/conversations/${id}/${verb}`, body }),
    onSettled: (pair, _, { id }) => {
      const ids = pair ? [pair.conversation.id, pair.other.id] : [id];
      void queries.invalidateQueries({ queryKey: ['related'] });
      return Promise.all(ids.map((one) => refetchAround(queries, one)));
    },
  });
}

/** The address of another conversation: beside the list, where this one is beside it. */
export function useConversationAddress(): (id: string) => string {
  const { pathname, search } = useLocation();
  return (id) => (pathname.startsWith('/inbox/') ? `/inbox/${id}${search}` : `/conversations/${id}`);
}
