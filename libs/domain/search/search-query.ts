import { foldForSearch } from './fold.js';
import { LONGEST_WORD, type Unit, unitsOf, wordsOfUnits } from './segment.js';

/** Something that must occur in a text, its units side by side. */
export interface SearchTerm {
  /** As it was typed, folded. */
  text: string;
  /** Finds it in a folded text. */
  pattern: RegExp;
  /** All of these are in the index of a text that holds the term. */
  words: readonly string[];
  /** True where texts that have the words need not hold the term: they have to be looked at. */
  needsLook: boolean;
}

export interface SearchQuery {
  terms: readonly SearchTerm[];
  /** All terms one after the other, as they were typed; null where there is only one. */
  whole: RegExp | null;
}

/** `nothing`: no letter or digit in it; `too-short`: single ideographs only, of which every text is full. */
export type SearchProblem = 'nothing' | 'too-short';

const QUOTED = /["“”„«»「」『』]([^"“”„«»「」『』]*)["“”„«»「」『』]?/gu;
const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** Letters and digits by range: with the exact classes of Unicode a pattern takes milliseconds to compile, at each search. */
const WORD_CHARACTERS = String.raw`0-9a-z\u00aa\u00b5\u00ba\u00c0-\u1fff`;
/** What may stand between the words of a phrase: anything of which words are not made. */
const GAP = String.raw`[^${WORD_CHARACTERS}\u3005-\u3007\u3040-\ud7ff\uf900-\ufaff]*`;

/**
 * Reads what was typed: words that must all occur, and phrases in quotation marks, Chinese ones too. A run of ideographs
 * is cut into its words, since people write them without spaces. Nothing that is typed is syntax of PostgreSQL.
 */
export function readSearch(typed: string): SearchQuery | SearchProblem {
  const folded = foldForSearch(typed);
  const phrases = Array.from(folded.matchAll(QUOTED), (match) => match[1] ?? '');
  const bare = folded.replace(QUOTED, ' ').split(/\s+/).flatMap(cutRuns);
  const units = [...phrases, ...bare].map(unitsOf).filter((found) => found.length > 0);
  if (units.length === 0) return 'nothing';
  const terms = new Map(units.map(termOf).map((term) => [term.text, term]));
  if ([...terms.values()].every((term) => term.words.length === 0)) return 'too-short';
  return { terms: [...terms.values()], whole: terms.size > 1 ? patternOf(unitsOf(folded)) : null };
}

function termOf(units: Unit[]): SearchTerm {
  const found = wordsOfUnits(units);
  // In a text a lone ideograph has neighbours, and is indexed with them.
  const lone = units.filter((unit) => unit.isIdeograph && found.has(unit.text));
  for (const unit of lone) found.delete(unit.text);
  return {
    text: units.map((unit) => unit.text).join(' '),
    pattern: patternOf(units),
    words: [...found],
    needsLook: found.size !== 1 || lone.length > 0,
  };
}

/** "物业费太高" as 物业费 and 太高: the dictionary's words, none of them a single character where it has a neighbour. */
function cutRuns(chunk: string): string[] {
  const pieces: string[] = [];
  for (const { segment, isWordLike } of words.segment(chunk)) {
    const last = pieces.at(-1);
    const sticks = last !== undefined && (!isWordLike || isShort(segment) || isShort(last));
    if (sticks) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  // "A3区" and "e-mail" are one thing: only what is all ideographs is cut.
  return pieces.every((piece) => unitsOf(piece).every((unit) => unit.isIdeograph)) ? pieces : [chunk];
}

const isShort = (piece: string) => unitsOf(piece).length < 2;

function patternOf(units: readonly Unit[]): RegExp {
  const parts = units.map((unit, index) => {
    const isTouching = unit.isIdeograph && unit.isJoined && units[index - 1]?.isIdeograph === true;
    const gap = index === 0 || isTouching ? '' : GAP;
    return gap + (unit.isIdeograph ? unit.text : wholeWord(unit.text));
  });
  return new RegExp(parts.join(''), 'gu');
}

/** A stem stands for its plurals. */
function wholeWord(stem: string): string {
  if (stem.length >= LONGEST_WORD) return `(?<![${WORD_CHARACTERS}])${stem}`;
  const plurals = stem.endsWith('y') ? `(?:${stem}s?|${stem.slice(0, -1)}ies)` : `${stem}(?:e?s)?`;
  return `(?<![${WORD_CHARACTERS}])${/^[a-z]{3,}$/.test(stem) ? plurals : stem}(?![${WORD_CHARACTERS}])`;
}
