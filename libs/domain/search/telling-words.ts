import { foldForSearch } from './fold.js';
import { unitsOf, wordsOfUnits } from './segment.js';

/** A word that tells a text from others. */
export interface TellingWord {
  text: string;
  /** What it is indexed by: all of these. */
  words: readonly string[];
  /** The rarer, the more: the logarithm of how many texts there are for one that has it. */
  weight: number;
}

/** In more texts than this a word is how people write, not what they write about. */
const COMMON_SHARE = 0.05;
/** Rarer than this a word tells nothing more: two texts share a name or a slip of the pen by chance. */
const RAREST_SHARE = 0.004;
/** Who writes a title says in it what it is about. */
const WORTH_OF_TITLE = 3;
const MOST_WORDS = 40;
/** A text says what it is about long before this. */
const ENOUGH = 2_000;
const SINGLE = /^\p{Script=Han}$/u;
const dictionary = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The words of a text that are rare elsewhere, the most telling first. `shareOf` tells in what part of all texts a word
 * is; null where it is in so few that nobody has counted: a name, a slip of the pen.
 */
export function tellingWords(
  { title, body }: { title: string | null; body: string },
  shareOf: (word: string) => number | null,
): TellingWord[] {
  const found = new Map<string, TellingWord>();
  const titleWords = new Set(segmentsOf(title ?? ''));
  for (const segment of [...titleWords, ...segmentsOf(body.slice(0, ENOUGH))]) {
    if (found.has(segment)) continue;
    const units = unitsOf(segment);
    if (!isTelling(units)) continue;
    const words = [...wordsOfUnits(units)];
    const share = Math.min(...words.map((word) => shareOf(word) ?? RAREST_SHARE));
    if (share > COMMON_SHARE) continue;
    const weight = -Math.log(Math.max(share, RAREST_SHARE)) * (titleWords.has(segment) ? WORTH_OF_TITLE : 1);
    found.set(segment, { text: segment, words, weight });
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST_WORDS);
}

/** The dictionary's words; of characters that it leaves single side by side (公积金) each pair. */
function segmentsOf(text: string): string[] {
  const segments: string[] = [];
  let lastSingle = '';
  for (const { segment, isWordLike } of dictionary.segment(foldForSearch(text))) {
    const single = isWordLike === true && SINGLE.test(segment) ? segment : '';
    if (single && lastSingle) segments.push(lastSingle + single);
    else if (isWordLike) segments.push(segment);
    lastSingle = single;
  }
  return segments;
}

/** Of the weight of all these words, what part of it is in a text that is indexed by `words`: 0 to 1. */
export function likenessOf(telling: readonly TellingWord[], words: ReadonlySet<string>) {
  const shared = telling.filter((word) => word.words.every((one) => words.has(one)));
  const all = weightOf(telling);
  return { likeness: all === 0 ? 0 : weightOf(shared) / all, shared };
}

const weightOf = (words: readonly TellingWord[]) => words.reduce((sum, { weight }) => sum + weight, 0);

/** A lone character says nothing, nor does a number. */
function isTelling(units: readonly { text: string; isIdeograph: boolean }[]): boolean {
  if (units.length === 0 || units.some(({ text }) => /^\p{N}+$/u.test(text))) return false;
  return units.length > 1 || units.some(({ text, isIdeograph }) => !isIdeograph && text.length > 2);
}
