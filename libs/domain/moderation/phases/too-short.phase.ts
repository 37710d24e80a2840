import type { ScreeningPhase } from '../screening.js';

/** Four ideographs ("路灯坏了") can report something; an alphabet needs eight letters ("no water"). */
const ENOUGH_WEIGHT = 8;
const IDEOGRAPH_WEIGHT = 2;

const IDEOGRAPH = /\p{Script=Han}/u;
const LETTER = /\p{L}/u;

/** Nothing that an officer could act on, title and body taken together. */
export const tooShort: ScreeningPhase = {
  name: 'too-short',
  find: ({ title, body }) =>
    isMeaningful(`${title ?? ''}\n${body}`) ? [] : [{ kind: 'too-short', field: 'body', start: 0, end: body.length }],
};

/** Counts letters, not digits, marks or emoji; the third of the same letter in a row ("啊啊啊啊") says no more than the second. */
function isMeaningful(text: string): boolean {
  let weight = 0;
  let last = '';
  let before = '';
  for (const character of text) {
    if (character !== last || character !== before) weight += weightOf(character);
    if (weight >= ENOUGH_WEIGHT) return true;
    [before, last] = [last, character];
  }
  return false;
}

function weightOf(character: string): number {
  if (IDEOGRAPH.test(character)) return IDEOGRAPH_WEIGHT;
  return LETTER.test(character) ? 1 : 0;
}
