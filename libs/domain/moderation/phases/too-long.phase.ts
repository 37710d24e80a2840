import { originalSpan, type Span } from '../../folded-text.js';
import type { PhaseFinding, ScreeningPhase } from '../screening.js';

/** Longer than any word of a language that parts words; addresses of pages are not words. */
const LONGEST_WORD = 100;
/** Some three screens of a telephone without a single stop. */
const LONGEST_BREATH = 1_200;
/** Letters of real languages carry three marks at the most. */
const HIGHEST_PILE = 3;

/** Whole runs are taken and measured afterwards: a pattern with a least length would begin anew at each letter. */
const RUN = /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;
const PILE = /\p{M}+/gu;
const ADDRESS = /^[("'<]{0,3}(?:https?:\/\/|www\.)/;
const STOP = /[.!?;:,。、\n]+/;
const ENOUGH_PILES = 20;

/** Words without end, walls without a stop and letters under a pile of marks: somebody has to be able to read it. */
export const tooLong: ScreeningPhase = {
  name: 'too-long',
  find: ({ fields }) =>
    fields.flatMap(({ field, folded }) => {
      const at =
        (kind: string, score: number) =>
        (span: Span): PhaseFinding => ({
          kind,
          field,
          ...originalSpan(folded, span),
          score,
        });
      return [
        ...longerThan(LONGEST_WORD, folded.text, RUN)
          .filter(({ start }) => !ADDRESS.test(folded.text.slice(start, start + 12)))
          .map(at('long-word', 0.6)),
        ...wallsIn(folded.text).map(at('wall-of-text', 0.3)),
        ...longerThan(HIGHEST_PILE, folded.text, PILE).slice(0, ENOUGH_PILES).map(at('piled-marks', 0.6)),
      ];
    }),
};

function longerThan(length: number, text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), (hit) => ({ start: hit.index, end: hit.index + hit[0].length })).filter(
    ({ start, end }) => end - start > length,
  );
}

function wallsIn(text: string): Span[] {
  let start = 0;
  return text.split(STOP).flatMap((breath) => {
    const from = text.indexOf(breath, start);
    start = from + breath.length;
    return breath.length > LONGEST_BREATH ? [{ start: from, end: from + breath.length }] : [];
  });
}
