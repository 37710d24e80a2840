import { foldForSearch } from './fold.js';

/** Counts up with every change of what `wordsOf` answers: the worker then indexes again what an older one has cut. */
export const SEGMENTER_VERSION = 1;

/** Longer is no word: what is beyond is cut off, in the text and in the question alike. */
export const LONGEST_WORD = 40;

/** Scripts in which a word is found by its pairs of characters: nothing stands between words, or particles stick to them. */
const IDEOGRAPHS = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー]`;
/** A character of which words of other scripts are made. */
const WORD_CHARACTER = String.raw`(?:(?!${IDEOGRAPHS})[\p{L}\p{N}\p{M}])`;
const RUN = new RegExp(`(?<run>${IDEOGRAPHS}+)|${WORD_CHARACTER}+`, 'gu');
/** Scripts without spaces whose words only a dictionary finds. */
const NEEDS_DICTIONARY = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const dictionary = new Intl.Segmenter('zh', { granularity: 'word' });

/** One ideograph, or one word of another script, in the folded text. */
export interface Unit {
  text: string;
  isIdeograph: boolean;
  /** True where it follows the one before with nothing between. */
  isJoined: boolean;
}

/** The units of a text in order; punctuation and space part them. */
export function unitsOf(folded: string): Unit[] {
  const units: Unit[] = [];
  let end = -1;
  for (const match of folded.matchAll(RUN)) {
    let isJoined = match.index === end;
    end = match.index + match[0].length;
    const isIdeograph = match.groups?.run !== undefined;
    for (const text of isIdeograph ? match[0] : wordsIn(match[0])) {
      units.push({ text: isIdeograph ? text : shortened(text), isIdeograph, isJoined });
      isJoined = true;
    }
  }
  return units;
}

/**
 * What a text is found by. Every pair of neighbouring ideographs, so that each two-character word is found wherever it
 * stands: pairs only where `Intl.Segmenter` splits to single characters missed one occurrence in ninety of real messages
 * (业主 in 小区业主: one in seventy), took sixteen times as long and saved a fifth of the words. A lone ideograph and a
 * word of another script stand for themselves.
 */
export function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const match of foldForSearch(text).matchAll(RUN)) {
    if (match.groups?.run === undefined) for (const word of wordsIn(match[0])) words.add(shortened(word));
    else addPairs(words, match[0]);
  }
  return words;
}

/** The same of units that have been told apart already. */
export function wordsOfUnits(units: readonly Unit[]): Set<string> {
  const words = new Set<string>();
  let run = '';
  for (const unit of units) {
    if (run && !(unit.isIdeograph && unit.isJoined)) {
      addPairs(words, run);
      run = '';
    }
    if (unit.isIdeograph) run += unit.text;
    else words.add(unit.text);
  }
  if (run) addPairs(words, run);
  return words;
}

function addPairs(words: Set<string>, run: string): void {
  let last = '';
  let isAlone = true;
  for (const ideograph of run) {
    if (last) {
      words.add(last + ideograph);
      isAlone = false;
    }
    last = ideograph;
  }
  if (isAlone) words.add(last);
}

function wordsIn(run: string): string[] {
  if (!NEEDS_DICTIONARY.test(run)) return [run];
  return Array.from(dictionary.segment(run), ({ segment }) => segment);
}

const shortened = (word: string) => stemOf(word.slice(0, LONGEST_WORD));

/** English plurals only ("roads", "cities", "boxes"): enough to find the same thing, too little to find another. */
function stemOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (/[^ae]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
