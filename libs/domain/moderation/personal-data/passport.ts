import { endOf, matchAt } from './match-at.js';
import { namesPaperwork } from './number-context.js';
import type { PersonalDatum } from './personal-datum.js';

/** Chinese ordinary passports need no word in front: E or G and eight digits, or E, a letter and seven. */
const CHINESE =
  /(?<![\p{Script=Latin}\d_/.@#-])(?:[eg][ -]?\d{4} ?\d{4}|e[a-hj-np-z][ -]?\d{7})(?![\p{Script=Latin}\d]|-\d)/gu;

const DOCUMENT = /护照|通行证|回乡证|台胞证|旅行证|passport|travel (?:document|permit)/g;
const FILLER = /(?:[\s:#(.,=「“"'是为]|号码|证号|编号|号|nos?\b|number\b|is\b|was\b|id\b){0,10}/y;
/** Behind the word: the forms that the world uses, ICAO 9303's nine characters and national permits of up to ten digits. */
const ANY_FORM =
  /(?:[a-z]{0,2}[ -]?\d(?:[ -]?\d){5,9}[a-z]?|(?=[a-z]{0,3}\d)[a-z0-9]{8,9})(?![\p{Script=Latin}\d]|-\d)/uy;
const FEWEST_DIGITS = 5;
const DAY = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const HOTLINE = /^[48]00\d{7}$/;

/** Numbers of passports and travel permits: Chinese ones by their form, others behind the word. */
export function passports(text: string): PersonalDatum[] {
  const found = [...afterTheWord(text), ...byForm(text)].sort((a, b) => a.start - b.start);
  return found.filter(({ start }, index) => start >= (found[index - 1]?.end ?? 0));
}

function byForm(text: string): PersonalDatum[] {
  return Array.from(text.matchAll(CHINESE), (match) => datumOf(match)).filter((datum) => {
    const digits = digitsOf(text, datum);
    return !DAY.test(digits) && !namesPaperwork({ text, digits, start: datum.start, end: datum.end });
  });
}

function afterTheWord(text: string): PersonalDatum[] {
  return Array.from(text.matchAll(DOCUMENT)).flatMap((word) => {
    const form = matchAt(ANY_FORM, text, endOf(FILLER, text, word.index + word[0].length));
    if (!form) return [];
    const datum = datumOf(form);
    const digits = digitsOf(text, datum);
    return digits.length < FEWEST_DIGITS || DAY.test(digits) || HOTLINE.test(digits) ? [] : [datum];
  });
}

function datumOf(match: RegExpExecArray): PersonalDatum {
  return { kind: 'passport', start: match.index, end: match.index + match[0].length };
}

function digitsOf(text: string, { start, end }: PersonalDatum): string {
  return text.slice(start, end).replace(/\D/g, '');
}
