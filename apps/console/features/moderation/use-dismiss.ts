import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ReportedMessage, reportsDismissedSchema } from '#contracts/reader-reports.http.js';
import { act, ProblemError } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';

/** Leaves a reported message as it is; the reports that are shown are settled with that. */
export function useDismiss() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: ({ messageId, version, reports }: ReportedMessage) => {
      const body = { messageId, version, reportIds: reports.map(({ id }) => id) };
      return act(reportsDismissedSchema, { method: 'POST', path: '/moderation/reported/dismiss', body });
    },
    onSuccess: () => tell.done(t('moderation.reports.dismissed')),
    onError: (error) => {
      if (error instanceof ProblemError && error.problem.code === 'stale-version') tell.hint(t('decisions.stale'));
      else tell.problem(error);
    },
    onSettled: () => Promise.all([keys.held, keys.counts].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
