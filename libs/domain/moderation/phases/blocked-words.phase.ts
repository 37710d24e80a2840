import { type FoldedText, originalSpan, type Span } from '../../folded-text.js';
import { foldText } from '../folded-text.js';
import type { ScreeningPhase } from '../screening.js';

/** Laid inside a word to get past a list: `fu*ck`, `代_开_发_票`. Commas and full stops in Chinese end a clause instead. */
const MARK = /[*_\-·•|~^+=#/\\'`"‐-―]/;
const SPACE = /[\s.]/;
const LATIN = /[\p{Script=Latin}\p{Nd}]/u;
/** More than this between two letters is no longer one word. */
const WIDEST_GAP = 3;
/** Of one entry in one field: enough to decide on, and a bound for texts that are nothing but one word. */
const MOST_HITS = 50;

/** The text without anything that can be laid between letters, so that a plain search finds a word that was pulled apart. */
interface Squeezed {
  letters: string;
  /** Per letter: its offset in the folded text. */
  offsets: number[];
}

/** The desk's list, in either language, however the word is spaced or masked. English words must stand alone: Scunthorpe passes. */
export const blockedWords: ScreeningPhase = {
  name: 'blocked-words',
  find({ fields, blockedWords: entries }) {
    const words = entries.map((entry) => squeeze(foldText(entry).text)).filter(({ letters }) => letters !== '');
    return fields.flatMap(({ field, folded }) =>
      hitsIn(folded, words).map((hit) => ({ kind: 'blocked-word', field, ...originalSpan(folded, hit) })),
    );
  },
};

function hitsIn({ text }: FoldedText, words: readonly Squeezed[]): Span[] {
  const squeezed = squeeze(text);
  return words.flatMap((word) => hitsOf(word, squeezed, text)).sort((a, b) => a.start - b.start);
}

function hitsOf(word: Squeezed, { letters, offsets }: Squeezed, text: string): Span[] {
  const hits: Span[] = [];
  const { length } = word.letters;
  let at = letters.indexOf(word.letters);
  while (at !== -1 && hits.length < MOST_HITS) {
    const places = offsets.slice(at, at + length);
    const span = { start: places[0] ?? 0, end: (places.at(-1) ?? 0) + 1 };
    const isHit = standsAlone(text, span) && holdsTogether(text, places, word);
    if (isHit) hits.push(span);
    at = letters.indexOf(word.letters, isHit ? at + length : at + 1);
  }
  return hits;
}

function squeeze(text: string): Squeezed {
  const letters: string[] = [];
  const offsets: number[] = [];
  for (let offset = 0; offset < text.length; offset += 1) {
    const unit = text.charAt(offset);
    if (MARK.test(unit) || SPACE.test(unit)) continue;
    letters.push(unit);
    offsets.push(offset);
  }
  return { letters: letters.join(''), offsets };
}

/** Chinese has no word boundaries; a Latin letter at either end of the hit must not go on. */
function standsAlone(text: string, { start, end }: Span): boolean {
  const goesOn = (inside: string, outside: string) => LATIN.test(inside) && LATIN.test(outside);
  return !goesOn(text.charAt(start), text.charAt(start - 1)) && !goesOn(text.charAt(end - 1), text.charAt(end));
}

/**
 * Marks may sit anywhere in a word. Spaces and dots also end words and sentences ("the pen. Is it"), so in an English
 * word they count only where every letter is spelled out ("f u c k") or the entry itself has a space; in a Chinese one
 * the same holds of a line break.
 */
function holdsTogether(text: string, places: readonly number[], word: Squeezed): boolean {
  const gaps = places.slice(1).map((place, index) => text.slice((places[index] ?? place) + 1, place));
  if (gaps.some((gap) => gap.length > WIDEST_GAP)) return false;
  if (gaps.every((gap) => gap !== '')) return true;
  const parting = LATIN.test(word.letters) ? SPACE : /\n/;
  return gaps.every((gap, index) => !parting.test(gap) || hasGapAfter(word, index));
}

function hasGapAfter({ offsets }: Squeezed, index: number): boolean {
  return (offsets[index + 1] ?? 0) - (offsets[index] ?? 0) > 1;
}
