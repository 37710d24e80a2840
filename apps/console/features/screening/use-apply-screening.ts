import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ChangeScreeningPolicy, screeningPolicyViewSchema } from '#contracts/screening.http.js';
import { act } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';
import { screeningPath } from './screening.queries.js';

export function useApplyScreening(scope: string, onApplied: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: (body: ChangeScreeningPolicy) =>
      act(screeningPolicyViewSchema, { method: 'PUT', path: screeningPath(scope), body }),
    onSuccess: (view) => {
      queries.setQueryData(keys.screeningPolicy(scope), view);
      onApplied();
      tell.done(t('screening.applied', { version: view.version }));
    },
    onError: (error) => tell.problem(error),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.screeningPolicies }),
  });
}
