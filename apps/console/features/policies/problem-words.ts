import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/i18n.js';
import type { DraftProblem } from './policy-draft.js';

/** What has to be put right in a field; nothing where it is right. */
export function useProblemWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return (problem: DraftProblem | undefined, limits: { most: number } = { most: 0 }): string | undefined =>
    problem && t(`policies.wrong.${problem}`, { most: format.number(limits.most) });
}
