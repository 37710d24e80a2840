import { isForeignNumber } from './foreign-number.js';
import { after, before, isAmount, isGluedToLetters, isInRowOfFigures, namesPaperwork } from './number-context.js';
import { shapeOf, type WrittenNumber } from './number-groups.js';
import type { PersonalDataKind, PersonalDatum } from './personal-datum.js';

/** How people group eleven digits, and how they do it most of the time; figures in a table can look like the rest. A zero in front is how long-distance calls were dialled. */
const MOBILE_SHAPE = /^(?:1[12]|[34] 8|7 4|5 6|6 5|[34] 4 4|4 3 4|4 4 3|3 3 5|5 3 3|3 2 2 2 2|1(?: 1){10}|1 1[01])$/;
const USUAL_MOBILE_SHAPE = /^(?:1[12]|[34] 4 4)$/;
const MOBILE = /^0?1[3-9]\d{9}$/;

/** Area codes of the mainland: 010, 02x, and four digits that never end in 00 (0800 and 0400 are services abroad). */
const LANDLINE = /^0(?:10[2-8]\d{7}|2[0-9][2-8]\d{7}|[3-9](?:\d[1-9]|[1-9]0)[2-8]\d{6,7})$/;
const LANDLINE_SHAPE = /^(?:1[0-2]|[2-4] [78]|[2-4] [34] 4|[2-4] 4 3)$/;
const SHORTEST = 11;
/** `0086` and an area code with its zero, or a mobile number dialled with one. */
const LONGEST = 16;

/** `+86 `, `0086-`, `86` in front. */
const CHINA = /^(?:00)?86/;
const LEAD = /(?<![\p{Script=Latin}\d])(?:\(?\+\s?|\()$/u;
const EXTENSION = /^\s?(?:转|分机|ext\.?|x|-|\()\s?\d{1,6}\)?(?!\d)/;
/** `13800138000wx` says that the number is a WeChat name too; any other letter makes it part of a code. */
const CODE_AFTER = /^(?!(?:wx|vx|v|qq|wechat)(?!\p{Script=Latin}))\p{Script=Latin}/u;

/** A telephone number that reaches a person or a house. Hotlines (12345, 110, 400, 800) have other shapes and pass. */
export function phoneNumber(number: WrittenNumber): PersonalDatum | null {
  const kind = domesticKind(number) ?? foreignKind(number);
  if (!kind || isPartOfAnotherThing(number)) return null;
  const extension = kind === 'landline-number' ? (EXTENSION.exec(after(number))?.[0].length ?? 0) : 0;
  return { kind, start: number.start - leadOf(number).length, end: number.end + extension };
}

function domesticKind(number: WrittenNumber): PersonalDataKind | null {
  const { digits } = number;
  if (digits.length < SHORTEST || digits.length > LONGEST) return null;
  const prefix = CHINA.exec(digits)?.[0] ?? '';
  const national = digits.slice(prefix.length);
  if (MOBILE.test(national)) return isGroupedAsMobile(shapeBehind(prefix, number), number) ? 'mobile-number' : null;
  if (prefix === '86' && isBare(number)) return null;
  // Behind a country code the area code loses its zero: `+86 10 6555 1234`.
  const local = prefix === '' || national.startsWith('0') ? national : `0${national}`;
  return LANDLINE.test(local) && LANDLINE_SHAPE.test(shapeBehind(prefix, number)) ? 'landline-number' : null;
}

function isGroupedAsMobile(shape: string, number: WrittenNumber): boolean {
  return USUAL_MOBILE_SHAPE.test(shape) || (MOBILE_SHAPE.test(shape) && !isInRowOfFigures(number));
}

function foreignKind(number: WrittenNumber): PersonalDataKind | null {
  return leadOf(number).includes('+') && isForeignNumber(number.digits) ? 'foreign-number' : null;
}

/** The `+` in front, and the bracket that closes inside the number. */
function leadOf(number: WrittenNumber): string {
  if (!/[+(]/.test(number.text.slice(Math.max(0, number.start - 2), number.start))) return '';
  const lead = LEAD.exec(before(number))?.[0] ?? '';
  return lead !== '(' || number.text.slice(number.start, number.end).includes(')') ? lead : '';
}

/** The grouping behind a prefix, which is a group of its own or the beginning of one. */
function shapeBehind(prefix: string, number: WrittenNumber): string {
  const shape = shapeOf(number);
  if (prefix === '') return shape;
  const [first = '', ...rest] = shape.split(' ');
  const left = Number(first) - prefix.length;
  return [...(left > 0 ? [left] : []), ...rest].join(' ');
}

function isPartOfAnotherThing(number: WrittenNumber): boolean {
  if (isAmount(number) || isGluedToLetters(number)) return true;
  if (CODE_AFTER.test(after(number)) && !EXTENSION.test(after(number))) return true;
  return isBare(number) && namesPaperwork(number);
}

/** Nothing but digits, in one piece, with no `+` in front. */
function isBare(number: WrittenNumber): boolean {
  return /^\d+$/.test(number.text.slice(number.start, number.end)) && !leadOf(number).includes('+');
}
