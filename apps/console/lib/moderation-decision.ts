import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ModerationDecisionInput, moderationDecidedSchema } from '#contracts/moderation.http.js';
import { UNDER_REVIEW } from '#domain/moderation/reasons.js';
import { act, ProblemError } from './http.js';
import { keys } from './keys.js';
import { useTell } from './tell.js';
import { useUndoOffer } from './undo-offer.js';

/** Decides on a message; the conversation, the queue and the counts are fetched anew whatever came of it. */
export function useDecide(conversationId: string) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const offerUndo = useUndoOffer();
  const decide = (body: ModerationDecisionInput) =>
    act(moderationDecidedSchema, { method: 'POST', path: '/moderation/decisions', body });
  const refetch = () => {
    const stale = [
      keys.held,
      keys.hideProposals,
      keys.counts,
      keys.inboxes,
      keys.conversation(conversationId),
      keys.history(conversationId),
    ];
    return Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
  const refused = (error: unknown) => {
    if (error instanceof ProblemError && error.problem.code === 'stale-version') tell.hint(t('decisions.stale'));
    else tell.problem(error);
  };
  /** Only publishing is taken back as if it had not been: what was kept from the public by mistake is restored, with a reason. */
  const takeBack = async ({ messageId, version }: ModerationDecisionInput) => {
    try {
      await decide({ messageId, version: version + 1, decision: 'hold', reason: UNDER_REVIEW });
      tell.done(t('decisions.done.hold'));
    } catch (error) {
      refused(error);
    }
    await refetch();
  };
  return useMutation({
    mutationFn: decide,
    onSuccess: (_, input) => {
      const message = t(`decisions.done.${input.decision}`);
      if (input.decision !== 'publish') return tell.done(message);
      offerUndo({ id: `published-${input.messageId}`, message, undo: () => void takeBack(input) });
    },
    onError: refused,
    onSettled: refetch,
  });
}
