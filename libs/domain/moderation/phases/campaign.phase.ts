import type { ScreeningPhase } from '../screening.js';

/** So many others make the score 1. */
const MANY = 100;

/**
 * Many people say the same: counted and shown, and no reason to keep anything back. The score is the logarithm of how many.
 */
export const campaign: ScreeningPhase = {
  name: 'campaign',
  find: ({ body, alsoWrittenBy = 0 }) =>
    alsoWrittenBy > 0
      ? [
          {
            kind: 'campaign',
            field: 'body',
            start: 0,
            end: body.length,
            score: Math.min(1, Math.log1p(alsoWrittenBy) / Math.log1p(MANY)),
          },
        ]
      : [],
};
