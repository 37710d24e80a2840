import type { PersonalDatum } from './personal-datum.js';

/** `@`, or what people write to hide it: `(at)`, `[at]`, `{at}`, 艾特; ` at ` only where the dot is spelled out as well. */
const AT_SIGN = /@|[([{<]at[)\]}>]|艾特|(?<=[a-z0-9]) at (?=[a-z0-9-]{1,40}(?: dot |点))/g;
const LOCAL_CHARACTER = /[a-z0-9._%+-]/;
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 120;
/** Behind the sign, from its first character on: labels parted by dots, the last one of letters. Folded text. */
const DOMAIN =
  /^ {0,2}[a-z0-9](?:[a-z0-9-]{0,40})(?:(?: ?[([]dot[)\]] ?| dot |[.。]|点)[a-z0-9][a-z0-9-]{0,40}){0,5}(?: ?[([]dot[)\]] ?| dot |[.。]|点)[a-z]{2,24}(?![a-z0-9-])/;

/** E-mail addresses in a folded text, `＠` and `(at)` included. A masked one (`zh***@…`) is none. */
export function emailAddresses(text: string): PersonalDatum[] {
  const found: PersonalDatum[] = [];
  for (const sign of text.matchAll(AT_SIGN)) {
    const start = localPartStart(text, sign.index, found.at(-1)?.end ?? 0);
    const after = sign.index + sign[0].length;
    const domain = start === null ? null : DOMAIN.exec(text.slice(after, after + LONGEST_DOMAIN));
    if (start !== null && domain) found.push({ kind: 'email-address', start, end: after + domain[0].length });
  }
  return found;
}

/** Walks back from the sign, by hand: a pattern tried at every `@` of 10,000 would be slow. */
function localPartStart(text: string, sign: number, floor: number): number | null {
  let end = sign;
  while (end > floor && sign - end < 2 && text[end - 1] === ' ') end -= 1;
  let start = end;
  while (start > floor && end - start < LONGEST_LOCAL && LOCAL_CHARACTER.test(text.charAt(start - 1))) start -= 1;
  while (start < end && !/[a-z0-9]/.test(text.charAt(start))) start += 1;
  return start < end ? start : null;
}
