import type { TFunction } from 'i18next';
import { OBSTACLES } from '#domain/merging/mergeable.js';
import { SPLIT_OBSTACLES } from '#domain/merging/splittable.js';
import { ProblemError } from '../../lib/http.js';
import { problemWords } from '../../lib/problem-words.js';

/** Why the desk merged or split nothing, and what would help. */
export function mergingProblemWords(t: TFunction, error: unknown): string {
  if (!(error instanceof ProblemError)) return problemWords(t, error);
  const { code, current } = error.problem;
  if (code === 'not-mergeable') {
    if (current?.why === 'moved-along') return t('merging.dialog.movedAlong', { reference: String(current.reference) });
    const why = OBSTACLES.find((one) => one === current?.why);
    if (why) return t(`merging.dialog.why.${why}`);
  }
  if (code === 'not-splittable') {
    const why = SPLIT_OBSTACLES.find((one) => one === current?.why);
    if (why) return t(`merging.split.why.${why}`);
  }
  if (code === 'stale-version' || code === 'merged') return t('merging.dialog.stale');
  return code === 'forbidden' ? t('merging.dialog.forbidden') : problemWords(t, error);
}
