import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actedSchema, type ConversationView } from '#contracts/conversations.http.js';
import { act, ProblemError } from '../../lib/http.js';
import { useTell } from '../../lib/tell.js';
import { refetchAround } from './conversation.queries.js';

export type Verb = 'claim' | 'assign' | 'release' | 'transfer' | 'close' | 'reopen' | 'acknowledge';
export interface ActOrder {
  verb: Verb;
  body?: Record<string, unknown>;
}

/** The desk's verbs on one conversation. A refusal because of another state is shown with what the state is now. */
export function useAct({ id, version }: ConversationView) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const [hasConflict, setConflict] = useState(false);
  const mutation = useMutation({
    mutationFn: ({ verb, body }: ActOrder) =>
      act(actedSchema, { method: 'POST', path: `/conversations/${id}/${verb}`, body: { ...body, version } }),
    onMutate: () => setConflict(false),
    onSuccess: (_, { verb }) =>
      tell.done(t(verb === 'acknowledge' ? 'waiting.done.acknowledge' : `conversation.done.${verb}`)),
    onError: (error) => {
      if (isConflict(error) && !isReplyWaiting(error)) return setConflict(true);
      tell.problem(error);
    },
    onSettled: () => refetchAround(queries, id),
  });
  return { run: mutation.mutateAsync, isPending: mutation.isPending, hasConflict, dismiss: () => setConflict(false) };
}

/** The screen is not old: it only has to be waited for. */
function isReplyWaiting(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'reply-waiting';
}

export function isConflict(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 409;
}
