import { originalSpan } from '../../folded-text.js';
import type { ScreeningPhase } from '../screening.js';
import { wordHits } from '../word-hits.js';

/** Words that are often meant well and sometimes not. */
const SCORE = 0.5;

/** What the desk and the department want to be pointed out: it marks, and by default keeps nothing back. */
export const suspectWords: ScreeningPhase = {
  name: 'suspect-words',
  find: ({ fields, suspectWords: entries = [] }) =>
    fields.flatMap(({ field, folded }) =>
      wordHits(folded, entries).map((hit) => ({
        kind: 'suspect-word',
        field,
        ...originalSpan(folded, hit),
        score: SCORE,
      })),
    ),
};
