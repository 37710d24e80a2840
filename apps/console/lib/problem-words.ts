import type { TFunction } from 'i18next';
import { ProblemError, UnansweredError } from './http.js';

const KNOWN = [
  'invalid',
  'unauthenticated',
  'another-officer',
  'forbidden',
  'not-found',
  'wrong-state',
  'stale-version',
  'already-claimed',
  'own-text',
  'two-needed',
  'something-new',
  'already-left',
  'merged',
  'not-mergeable',
  'not-splittable',
  'reply-waiting',
  'limit-reached',
  'too-large',
  'too-many-requests',
  'unavailable',
  'internal',
] as const;
type Known = (typeof KNOWN)[number];

/** What went wrong and what to do, in the viewer's language. */
export function problemWords(t: TFunction, error: unknown): string {
  if (error instanceof UnansweredError) return t(`problem.${error.reason}`);
  if (!(error instanceof ProblemError)) return t('problem.internal');
  const { code, requestId, detail, title } = error.problem;
  const known = KNOWN.find((one) => one === code);
  if (!known) return detail ?? title;
  const words = t(`problem.${known satisfies Known}`);
  return known === 'internal' && requestId ? `${words} ${t('problem.requestId', { requestId })}` : words;
}
