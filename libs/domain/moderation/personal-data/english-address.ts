import { namesPaperwork } from './number-context.js';
import type { PersonalDatum } from './personal-datum.js';

const SURE_TYPE = 'street|road|rd|avenue|ave|lane|ln|crescent|terrace|boulevard|blvd|grove|mews|gardens';
/** Words of every day as well: only where the address ends behind them. */
const UNSURE_TYPE = 'st|drive|dr|close|court|ct|way|place|pl|square|sq|walk|hill|rise|row|quay|parade';
const FLAT = '(?:flat|apartment|apt|unit|suite|room)\\b\\.? ?#?[a-z]?\\d{0,4}[a-z]?';
const NAME = "[a-z0-9][a-z0-9'’.-]{0,18}";
/** Lazily, so that the first word for a street ends it. */
const HOUSE = new RegExp(
  `(?<![\\p{L}\\d.,:/$£€-])(\\d{1,5}[a-z]?(?:-\\d{1,4})?),? ((?:${NAME} ){1,3}?)(?:(?:${SURE_TYPE})\\b|(?:${UNSURE_TYPE})(?=\\.?(?:[,;)\\n]|$| (?:flat|apartment|apt|unit)\\b)|\\. ))(?:\\.?,? ${FLAT})?`,
  'gu',
);
const FLAT_BEFORE = new RegExp(`${FLAT},? $`);
const NAMED_HOUSE = new RegExp(
  `\\b(?:flat|apartment|apt)\\b\\.? ?#?(?:[a-z]?\\d{1,4}[a-z]?|[a-z]),? (?:${NAME} ){1,3}?(?:house|court|tower|towers|lodge|building|mansions|heights)\\b`,
  'g',
);

/** Between the number and `street` these say that it counts something, or is no name. */
const NO_NAME = new RegExp(
  `\\b(?:${'the|a|an|of|on|in|at|to|and|or|is|are|was|were|per|each|more|other|different|new|broken|dark|bus|buses|people|persons|residents|cars|lorries|trees|houses|homes|shops|lamps|lights|potholes|accidents|children|times|days|weeks|months|years|hours|hrs|hour|minutes|minute|mins|min|seconds|km|kilometres|kilometers|metres|meters|m|miles|mile|feet|ft|am|pm|percent|from|near|along|for|with|by|that|this|our|my|your|we|i|they|it|has|have|had|january|february|march|april|may|june|july|august|september|october|november|december|public|narrow|main roads|blocked|whole|one|two|three|dangerous|busy'})\\b`,
);
const NO_HOUSE_AFTER =
  /^[ -](?:lights?|lamps?|lighting|signs?|vendors?|traders?|parking|markets?|cleaning|food|corners?|works?|surface|repairs?|closures?|accidents?|sweep\w*|furniture|noise|tax|maps?|traders?|bus|line|exit|project|widening|junctions?|crossings?|users?|deaths?|safety)\b/;
const NOT_A_HOUSE_BEFORE =
  /\b(?:bus|buses|route|routes|line|tram|train|platform|exit|gate|article|section|phase|page|form|stop) ?(?:no\.? |number )?$/;
const YEAR = /^(?:19|20)\d\d$/;
const YEARS = /^(?:19|20)\d\d-(?:19|20)\d\d$/;
const YEAR_BEFORE = /(?:\(c\)|copyright|\b(?:in|since|until|by|during|for|after|before|from|the)) $/;

const OFFICE =
  '(?:hall|library|offices?|station|school|clinic|hospital|council|centre|center|museum|church|mosque|shop|store|restaurant|pub|cafe|hotel|site|headquarters|bank|company|department|bureau|college|university|nursery|gym|bakery|supermarket)';
const OFFICE_BEFORE = new RegExp(
  `\\b${OFFICE}(?:,| address:?|:)?(?: (?:is|are|was))?(?: located| moving| moved)?(?: (?:at|in|on|to))? ?\\(?$`,
);
const OFFICE_AFTER = new RegExp(`^(?:,? \\(|, )?(?:[a-z]+ ){0,2}${OFFICE}\\b`);

/** English addresses with a house number: `12 Main Street, Flat 3`, `Flat 3, Rose Court`. Of offices and shops they pass. */
export function englishAddresses(text: string): PersonalDatum[] {
  const houses = Array.from(text.matchAll(HOUSE))
    .filter((match) => isHouse(text, match))
    .map((match) => datumOf(text, match));
  const named = Array.from(text.matchAll(NAMED_HOUSE), (match) => datumOf(text, match));
  const all = [...houses, ...named].sort((a, b) => a.start - b.start);
  return all.filter(({ start }, index) => start >= (all[index - 1]?.end ?? 0));
}

function isHouse(text: string, match: RegExpExecArray): boolean {
  const [whole, digits = '', name = ''] = match;
  const end = match.index + whole.length;
  const left = text.slice(Math.max(0, match.index - 32), match.index);
  const right = text.slice(end, end + 32);
  if (NO_NAME.test(name) || /^\d+ $/.test(name) || NO_HOUSE_AFTER.test(right) || NOT_A_HOUSE_BEFORE.test(left))
    return false;
  if (YEARS.test(digits) || (YEAR.test(digits) && YEAR_BEFORE.test(left))) return false;
  if (namesPaperwork({ text, digits, start: match.index, end })) return false;
  return !OFFICE_BEFORE.test(left) && !OFFICE_AFTER.test(right);
}

function datumOf(text: string, match: RegExpExecArray): PersonalDatum {
  const left = text.slice(Math.max(0, match.index - 20), match.index);
  const flat = FLAT_BEFORE.exec(left)?.[0].length ?? 0;
  return { kind: 'street-address', start: match.index - flat, end: match.index + match[0].length };
}
