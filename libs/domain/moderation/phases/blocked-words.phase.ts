import { originalSpan } from '../../folded-text.js';
import type { ScreeningPhase } from '../screening.js';
import { wordHits } from '../word-hits.js';

/** What the desk and the department say may not be said, in any language. */
export const blockedWords: ScreeningPhase = {
  name: 'blocked-words',
  find: ({ fields, blockedWords: entries }) =>
    fields.flatMap(({ field, folded }) =>
      wordHits(folded, entries).map((hit) => ({ kind: 'blocked-word', field, ...originalSpan(folded, hit) })),
    ),
};
