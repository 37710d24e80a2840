import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { hideProposalsSchema, hidingSchema } from '#contracts/moderation.http.js';
import { act, ProblemError, read, withQuery } from './http.js';
import { keys } from './keys.js';
import { useTell } from './tell.js';

export const hideProposalsQuery = (department: string | null) =>
  queryOptions({
    queryKey: [...keys.hideProposals, department],
    queryFn: ({ signal }) =>
      read(withQuery('/moderation/hide-proposals', { department, hidden: true }), hideProposalsSchema, signal),
  });

interface Order {
  /** Behind `/moderation/hide-proposals`; nothing for a new one. */
  path: '' | `/${string}/${'confirm' | 'decline' | 'show-again'}`;
  body: Record<string, unknown>;
  done: 'proposed' | 'confirmed' | 'declined' | 'shown';
}

/** Proposes to hide a whole conversation, and decides on what was proposed. */
export function useHiding(conversationId: string) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: ({ path, body }: Order) =>
      act(hidingSchema, { method: 'POST', path: `/moderation/hide-proposals${path}`, body }),
    onSuccess: (_, { done }) => tell.done(t(`decisions.whole.${done}`)),
    onError: (error) => {
      if (error instanceof ProblemError && isChanged(error)) tell.hint(t('decisions.whole.changed'));
      else tell.problem(error);
    },
    onSettled: () => {
      const stale = [keys.hideProposals, keys.held, keys.counts, keys.conversation(conversationId)];
      return Promise.all(
        [...stale, keys.history(conversationId)].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    },
  });
}

function isChanged({ problem }: ProblemError): boolean {
  return problem.code === 'stale-version' || problem.code === 'wrong-state';
}
