import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import {
  type changeReasonSchema,
  type ModerationReasonView,
  moderationReasonSchema,
  type ReasonFields,
} from '#contracts/moderation-reasons.http.js';
import { act, ProblemError } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';

export type ReasonOrder =
  | { code: string; make: ReasonFields }
  | { code: string; change: z.infer<typeof changeReasonSchema> };

/** Makes a reason, or the next version of one. A code that is taken is told at the field. */
export function useSaveReason() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: (order: ReasonOrder) => act(moderationReasonSchema, requestOf(order)),
    onSuccess: () => tell.done(t('decisions.catalogue.saved')),
    onError: (error) => {
      if (error instanceof ProblemError && error.problem.code === 'stale-version') {
        tell.hint(t('decisions.catalogue.stale'));
      } else if (!isCodeTaken(error)) tell.problem(error);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.moderationReasons }),
  });
}

export function isCodeTaken(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.errors?.some(({ field }) => field === 'code') === true;
}

export function fieldsOf(reason: ModerationReasonView): ReasonFields {
  const { wording, isPublic, basis, basisWording, instead, decisions } = reason;
  return { wording, isPublic, basis, basisWording, instead, decisions };
}

function requestOf(order: ReasonOrder) {
  if ('make' in order) {
    return { method: 'POST' as const, path: '/moderation/reasons', body: { code: order.code, ...order.make } };
  }
  return { method: 'PUT' as const, path: `/moderation/reasons/${order.code}`, body: order.change };
}
