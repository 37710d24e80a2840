import type { FoldedText, Span } from '../folded-text.js';
import { foldLookAlikes } from './confusables.js';
import { foldText } from './folded-text.js';

/** Laid inside a word to get past a list: `fu*ck`, `代_开_发_票`. Commas and full stops in Chinese end a clause instead. */
const MARK = /[*_\-·•|~^+=#/\\'`"‐-―]/;
/** Piled onto letters ("z̷a̷l̷g̷o̷"). */
const PILED = /\p{M}/u;
const PILES = /\p{M}+/gu;
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

/** Entries by their first two letters: a text is read once, however long the list is. */
type WordIndex = ReadonlyMap<number, readonly Squeezed[]>;

const indexes = new WeakMap<readonly string[], WordIndex>();

/** As all lists look at it. */
const squeezed = new WeakMap<FoldedText, { alike: string; letters: Squeezed }>();

/**
 * Where entries of a list stand in a folded text, in its offsets, however the words are spaced or masked. English words
 * must stand alone: Scunthorpe passes.
 */
export function wordHits(folded: FoldedText, entries: readonly string[]): Span[] {
  const index = indexOf(entries);
  if (index.size === 0) return [];
  const {
    alike,
    letters: { letters, offsets },
  } = squeezedOnce(folded);
  const hits: Span[] = [];
  const counts = new Map<Squeezed, { hits: number; from: number }>();
  for (let at = 0; at < letters.length; at += 1) {
    for (const word of wordsAt(index, letters, at)) {
      const seen = counts.get(word) ?? { hits: 0, from: 0 };
      if (at < seen.from || seen.hits >= MOST_HITS || !letters.startsWith(word.letters, at)) continue;
      const places = offsets.slice(at, at + word.letters.length);
      const span = { start: places[0] ?? 0, end: (places.at(-1) ?? 0) + 1 };
      if (!standsAlone(alike, span) || !holdsTogether(alike, places, word)) continue;
      hits.push(span);
      counts.set(word, { hits: seen.hits + 1, from: at + word.letters.length });
    }
  }
  return hits;
}

const NONE: readonly Squeezed[] = [];

function wordsAt(index: WordIndex, letters: string, at: number): readonly Squeezed[] {
  const words = index.get(keyAt(letters, at)) ?? NONE;
  const ofOne = index.get(letters.charCodeAt(at) << 16);
  return ofOne && ofOne !== words ? [...words, ...ofOne] : words;
}

/** The first two letters, or the only one. */
const keyAt = (letters: string, at: number): number =>
  (letters.charCodeAt(at) << 16) | (letters.charCodeAt(at + 1) || 0);

function squeezedOnce(folded: FoldedText): { alike: string; letters: Squeezed } {
  const known = squeezed.get(folded);
  if (known) return known;
  const alike = foldLookAlikes(folded.text);
  const made = { alike, letters: squeeze(alike) };
  squeezed.set(folded, made);
  return made;
}

/** Made once for a list, which lasts as long as the policy that holds it. */
function indexOf(entries: readonly string[]): WordIndex {
  const known = indexes.get(entries);
  if (known) return known;
  const words = entries
    .map((entry) => squeeze(foldLookAlikes(foldText(entry).text)))
    .filter(({ letters }) => letters !== '');
  const index = Map.groupBy(words, ({ letters }) => keyAt(letters, 0));
  indexes.set(entries, index);
  return index;
}

function squeeze(text: string): Squeezed {
  const letters: string[] = [];
  const offsets: number[] = [];
  for (let offset = 0; offset < text.length; offset += 1) {
    const unit = text.charAt(offset);
    if (!isPlain(text.charCodeAt(offset)) && (MARK.test(unit) || SPACE.test(unit) || isPiled(unit))) continue;
    letters.push(unit);
    offsets.push(offset);
  }
  return { letters: letters.join(''), offsets };
}

/** Nearly every letter is: small Latin ones, digits and the common ideographs. */
const isPlain = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x4e00 && code <= 0x9fff);

function isPiled(unit: string): boolean {
  return unit >= '\u0300' && PILED.test(unit);
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
  const gaps = places
    .slice(1)
    .map((place, index) => text.slice((places[index] ?? place) + 1, place).replace(PILES, ''));
  if (gaps.some((gap) => gap.length > WIDEST_GAP)) return false;
  if (gaps.every((gap) => gap !== '')) return true;
  const parting = LATIN.test(word.letters) ? SPACE : /\n/;
  return gaps.every((gap, index) => !parting.test(gap) || hasGapAfter(word, index));
}

function hasGapAfter({ offsets }: Squeezed, index: number): boolean {
  return (offsets[index + 1] ?? 0) - (offsets[index] ?? 0) > 1;
}
