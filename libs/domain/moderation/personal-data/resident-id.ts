import { after, namesPaperwork } from './number-context.js';
import { shapeOf, type WrittenNumber } from './number-groups.js';
import type { PersonalDatum } from './personal-datum.js';

/** First two digits of GB/T 2260: provinces, Hong Kong, Macao and Taiwan (8x), and permanent residents from abroad (91). */
const PROVINCE = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10x98765432';
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** After 17 digits the check character X, which may stand apart; nothing may go on behind it. */
const CHECK_X = /^[ -]?x(?![\p{Script=Latin}\d])/u;
const LATIN_OR_DIGIT = /^[\p{Script=Latin}\d]/u;

/** A Chinese resident identity number: 18 characters with the checksum of GB 11643, or 15 digits as issued until 1999. */
export function residentId(number: WrittenNumber): PersonalDatum | null {
  if (number.digits.length < 15 || !PROVINCE.test(number.digits)) return null;
  const tail = number.digits.length === 17 ? (CHECK_X.exec(after(number))?.[0] ?? '') : '';
  const id = number.digits + tail.slice(-1);
  const isOne = id.length === 18 ? isCurrent(id) : id.length === 15 && isOld(number);
  if (!isOne || (tail === '' && LATIN_OR_DIGIT.test(after(number)))) return null;
  return { kind: 'resident-id', start: number.start, end: number.end + tail.length };
}

function isCurrent(id: string): boolean {
  const isDated = /^(19|20)/.test(id.slice(6, 8)) && isDay(id.slice(6, 10), id.slice(10, 14));
  return isDated && CHECK_CHARACTERS[weighedSum(id) % 11] === id[17];
}

function weighedSum(id: string): number {
  return WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(id[index]), 0);
}

/** Fifteen digits carry no checksum, so the grouping and what stands before them must not speak against it. */
function isOld(number: WrittenNumber): boolean {
  const { digits } = number;
  const isPlausible = isDay(`19${digits.slice(6, 8)}`, digits.slice(8, 12));
  return isPlausible && /^(?:15|6 6 3)$/.test(shapeOf(number)) && !namesPaperwork(number);
}

function isDay(year: string, monthAndDay: string): boolean {
  const [month, day] = [Number(monthAndDay.slice(0, 2)), Number(monthAndDay.slice(2))];
  const lastDay = month === 2 && !isLeap(Number(year)) ? 28 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return day >= 1 && day <= lastDay;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
