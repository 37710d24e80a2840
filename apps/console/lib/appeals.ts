import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { appealActedSchema, appealsSchema, type askSchema, type decideAppealSchema } from '#contracts/appeals.http.js';
import { act, ProblemError, read, withQuery } from './http.js';
import { keys } from './keys.js';
import { firstPage } from './paging.js';
import { useTell } from './tell.js';

export const appealsQuery = (department: string | null) =>
  infiniteQueryOptions({
    queryKey: [...keys.appeals, department],
    queryFn: ({ pageParam, signal }) =>
      read(withQuery('/moderation/appeals', { department, cursor: pageParam, limit: 25 }), appealsSchema, signal),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
  });

export type AppealOrder =
  | { act: 'ask'; body: z.infer<typeof askSchema> }
  | { act: 'decide'; body: z.infer<typeof decideAppealSchema> };

/** Asks about an appeal, or decides on it; what shows it is fetched anew whatever came of it. */
export function useAppealAct({ id, conversationId }: { id: string; conversationId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: ({ act: verb, body }: AppealOrder) =>
      act(appealActedSchema, { method: 'POST', path: `/moderation/appeals/${id}/${verb}`, body }),
    onSuccess: (_, order) => tell.done(t(`appeals.done.${order.act === 'ask' ? 'asked' : order.body.outcome}`)),
    onError: (error) => {
      if (error instanceof ProblemError && isChanged(error)) tell.hint(t('appeals.changed'));
      else tell.problem(error);
    },
    onSettled: () => {
      const stale = [keys.held, keys.counts, keys.inboxes, keys.conversation(conversationId)];
      return Promise.all(
        [...stale, keys.history(conversationId)].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    },
  });
}

function isChanged({ problem }: ProblemError): boolean {
  return problem.code === 'stale-version' || problem.code === 'wrong-state';
}
