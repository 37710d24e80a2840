import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ModerationDecisionInput, moderationDecidedSchema } from '#contracts/moderation.http.js';
import { act, ProblemError } from './http.js';
import { keys } from './keys.js';
import { useTell } from './tell.js';

/** Decides on a message; the conversation, the queue and the counts are fetched anew whatever came of it. */
export function useDecide(conversationId: string) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: (body: ModerationDecisionInput) =>
      act(moderationDecidedSchema, { method: 'POST', path: '/moderation/decisions', body }),
    onSuccess: (_, { decision }) => tell.done(t(`decisions.done.${decision}`)),
    onError: (error) => {
      if (error instanceof ProblemError && error.problem.code === 'stale-version') tell.hint(t('decisions.stale'));
      else tell.problem(error);
    },
    onSettled: () => {
      const stale = [
        keys.held,
        keys.hideProposals,
        keys.counts,
        keys.inboxes,
        keys.conversation(conversationId),
        keys.history(conversationId),
      ];
      return Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}
