import { useTranslation } from 'react-i18next';
import type { BulkView, RefusedRow } from '#contracts/bulk.http.js';
import { ProblemError } from './http.js';
import { useFormat } from './i18n.js';
import { problemWords } from './problem-words.js';

/** A bulk act in a sentence: what is being done or was done, and to how many. */
export function useBulkWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = ({ order, undoes }: BulkView) => (undoes ? 'undo' : order.act);
  const sentence = (bulk: BulkView): string => {
    const doing = t(`bulk.doing.${nameOf(bulk)}`);
    const [done, total] = [format.number(bulk.done), format.number(bulk.total)];
    if (bulk.state === 'waiting') return t('bulk.waiting', { doing });
    if (bulk.state === 'running') return t('bulk.progress', { doing, done: format.number(reached(bulk)), total });
    return t('bulk.result', { did: t(`bulk.did.${nameOf(bulk)}`), done, total });
  };
  const shortfall = (bulk: BulkView): string[] => {
    const words = bulk.state === 'cancelled' ? [t('bulk.cancelled')] : [];
    if (bulk.refused > 0) words.push(t('bulk.refused', { count: bulk.refused }));
    const left = bulk.total - reached(bulk);
    if (bulk.state === 'cancelled' && left > 0) words.push(t('bulk.notReached', { count: left }));
    return words;
  };
  return { sentence, shortfall };
}

export const reached = ({ done, refused }: BulkView): number => done + refused;

/** Why a row was refused, in the words that the single act would have used. */
export function useRefusalWords(): (bulk: BulkView, row: RefusedRow) => string {
  const { t } = useTranslation();
  return ({ undoes }, { code, detail }) => {
    if (code === 'stale-version') return t(`bulk.why_codes.${undoes ? 'undo-stale-version' : 'stale-version'}`);
    const problem = { type: 'about:blank', title: code, status: 409, code, detail: detail ?? undefined };
    return problemWords(t, new ProblemError(problem));
  };
}
