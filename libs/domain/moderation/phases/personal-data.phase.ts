import { originalSpan } from '../../folded-text.js';
import { personalDataIn } from '../personal-data/personal-data-in.js';
import type { ScreeningPhase } from '../screening.js';

/** What identifies or reaches a person must not stand on a public page, whoever wrote it there. */
export const personalData: ScreeningPhase = {
  name: 'personal-data',
  find: ({ fields }) =>
    fields.flatMap(({ field, folded }) =>
      personalDataIn(folded.text).map((datum) => ({ kind: datum.kind, field, ...originalSpan(folded, datum) })),
    ),
};
