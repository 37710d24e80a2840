import type { Span } from '../../folded-text.js';

/** A number as it is written: all its digits, and where. Offsets are those of the folded text. */
export interface WrittenNumber extends Span {
  digits: string;
  /** The folded text that it stands in. */
  text: string;
}

interface Group extends Span {
  digits: string;
  /** Nothing but a joiner parts it from the group before. */
  isJoined: boolean;
}

/** The longest bank card, and a mobile number spelled digit by digit. */
const MOST_DIGITS = 19;
const MOST_GROUPS = 11;
const SHORTEST_NUMBER = 9;

const WIDEST_JOINER = 3;
/** One to three of these between two groups of one number: `138-0013 8000`, `(0574) 8765 4321`. A line break ends it. */
const JOINER = /^[ \t\u2010-\u2015\-.·()_]+$/;

const DIGIT_RUN = /\d+/g;
/** Numbers written out to get past a filter: 一三八…, 幺三八…. Real text never has eleven numerals in a row. */
const NUMERAL_RUN = /[〇零○一二三四五六七八九幺]{11,19}/g;
const ANY_RUN = /[\d〇零○一二三四五六七八九幺]+/g;
const NUMERALS = '零一二三四五六七八九';

/** Lengths of the groups: `138 0013 8000` is `3 4 4`. Not kept with the number, for most never need it. */
export function shapeOf({ text, start, end }: WrittenNumber): string {
  const runs = text.slice(start, end).match(ANY_RUN) ?? [];
  return runs.map((run) => run.length).join(' ');
}

/**
 * Walks over every way to read the neighbouring groups of digits as one number, the longest first, and keeps what
 * `recognise` makes of them. A group is never cut: what only looks like a telephone number inside a longer one is none.
 */
export function readNumbers<T extends Span>(text: string, recognise: (number: WrittenNumber) => T | null): T[] {
  const groups = groupsIn(text);
  const found: T[] = [];
  let index = 0;
  while (index < groups.length) {
    const readings = readingsFrom(text, groups, index);
    const hit = firstOf(readings, recognise);
    if (hit) found.push(hit);
    do index += 1;
    while (hit && (groups[index]?.start ?? Number.POSITIVE_INFINITY) < hit.end);
  }
  return found;
}

function groupsIn(text: string): Group[] {
  const runs = Array.from(text.matchAll(DIGIT_RUN), (match) => ({ digits: match[0], ...spanOf(match) }));
  const spelled = Array.from(text.matchAll(NUMERAL_RUN), (match) => ({
    digits: Array.from(match[0], digitOf).join(''),
    ...spanOf(match),
  }));
  const all = spelled.length === 0 ? runs : [...runs, ...spelled].sort((a, b) => a.start - b.start);
  return all.map((group, index) => ({ ...group, isJoined: isJoiner(text, all[index - 1]?.end, group.start) }));
}

function isJoiner(text: string, from: number | undefined, to: number): boolean {
  return from !== undefined && to - from <= WIDEST_JOINER && JOINER.test(text.slice(from, to));
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}

function digitOf(numeral: string): string {
  if (numeral === '幺') return '1';
  return String(Math.max(0, NUMERALS.indexOf(numeral)));
}

/** Every way to read on from a group: alone, with the next one, with the next two. The longest first. */
function readingsFrom(text: string, groups: readonly Group[], first: number): WrittenNumber[] {
  const readings: WrittenNumber[] = [];
  const start = groups[first]?.start ?? 0;
  let digits = '';
  for (let index = first; index < first + MOST_GROUPS; index += 1) {
    const group = groups[index];
    if (!group || (index > first && !group.isJoined)) break;
    digits += group.digits;
    if (digits.length > MOST_DIGITS) break;
    if (digits.length >= SHORTEST_NUMBER) readings.push({ digits, start, end: group.end, text });
  }
  return readings.reverse();
}

function firstOf<T>(readings: readonly WrittenNumber[], recognise: (number: WrittenNumber) => T | null): T | null {
  for (const reading of readings) {
    const hit = recognise(reading);
    if (hit) return hit;
  }
  return null;
}
