import { isAmount, isGluedToLetters, namesPaperwork } from './number-context.js';
import { shapeOf, type WrittenNumber } from './number-groups.js';
import type { PersonalDatum } from './personal-datum.js';

/** Issuer prefixes and the lengths they come in (ISO/IEC 7812; 9558 and 103 are old mainland debit cards). */
const ISSUERS: readonly { prefix: RegExp; lengths: readonly number[] }[] = [
  { prefix: /^(?:62|81)/, lengths: [16, 17, 18, 19] },
  { prefix: /^9558/, lengths: [19] },
  { prefix: /^103/, lengths: [19] },
  { prefix: /^4/, lengths: [13, 16, 19] },
  { prefix: /^(?:5[1-5]|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)/, lengths: [16] },
  { prefix: /^3[47]/, lengths: [15] },
  { prefix: /^35(?:2[89]|[3-8]\d)/, lengths: [16] },
  { prefix: /^(?:6011|64[4-9]|65)/, lengths: [16, 19] },
  { prefix: /^3(?:0[0-5]|[689])/, lengths: [14] },
];

/** In one piece, in fours, or as American Express (4 6 5) and UnionPay (6 13) print them. */
const SHAPE = /^(?:1[3-9]|4 4 4 4(?: [1-3])?|4 4 4 [1-4]|4 6 [45]|6 1[0-3])$/;

/** A payment card: plausible issuer, length and grouping, and the Luhn digit right. */
export function bankCard(number: WrittenNumber): PersonalDatum | null {
  const { digits } = number;
  if (digits.length < 13) return null;
  const isIssued = ISSUERS.some(({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits));
  if (!isIssued || !passesLuhn(digits) || !SHAPE.test(shapeOf(number))) return null;
  if (namesPaperwork(number) || isGluedToLetters(number) || isAmount(number)) return null;
  return { kind: 'bank-card', start: number.start, end: number.end };
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight += 1) {
    const digit = Number(digits[digits.length - 1 - fromRight]);
    const weighed = fromRight % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
