import { endOf, matchAt } from './match-at.js';
import type { PersonalDatum } from './personal-datum.js';

const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';
const SERIAL = '[a-hj-np-z0-9]';
/** GA 36: five characters, six on a green plate, four and the word for trailers, learners, Hong Kong and Macao. */
const CHINESE = new RegExp(
  `${PROVINCE} ?[a-hj-z](?: ?[·•・‧.-] ?| )?(?:${SERIAL}{5,6}|${SERIAL}{4}[挂学港澳领试超])(?![a-z0-9])(?!号?(?:文|令|公告|批复|函))`,
  'g',
);
const NEW_ENERGY = /^(?:[a-hjk][a-hj-np-z0-9]\d{4}|\d{5}[a-hjk])$/;
/** Police, ambulances of the services: an office's car, not a person's. */
const OFFICIAL = /^(?:警|应急)/;
const FEWEST_DIGITS = 3;

const WORD =
  /车牌(?:号码?)?|号牌(?:号码?)?|车号|(?:(?:licen[cs]e|number|registration|reg|vehicle|car) plates?|(?:vehicle|car) reg(?:istration)?|plate)(?: (?:number|no\b\.?))?|\breg(?:istration)? (?:number|no\b\.?)/g;
const FILLER = /(?:[\s:#(.,=「“"'是为]|is\b|was\b|reads?\b){0,6}/y;
const FOREIGN =
  /(?:[a-z]{2}\d{2}[ -]?[a-z]{3}|\d[a-z]{3}\d{3}|[a-z]{1,3}-[a-z]{1,2}[ -]?\d{1,4}|[a-z]{2,3}[ -]?\d{3,4}(?:[ -]?[a-z]{1,2})?|\d{4}[ -]?[bcdfghj-np-tv-z]{3}|\d{1,3}-[a-z]{2,3}-\d{1,3}|[a-z] ?[·-]?(?=[a-z]{0,2}\d)[a-hj-np-z0-9]{5})(?![a-z0-9])/y;
/** British ones are told by their form where a car stands before them: `a white van (AB12 CDE)`. */
const BRITISH =
  /(?<=\b(?:car|van|taxi|cab|truck|lorry|vehicle|motorbike|motorcycle|suv|driver)[ ,:("']{1,3})[a-z]{2}\d{2} ?[a-z]{3}(?![a-z0-9])/g;

/** Number plates: Chinese ones by their form, others behind the word. */
export function vehiclePlates(text: string): PersonalDatum[] {
  const chinese = Array.from(text.matchAll(CHINESE), datumOf).filter((datum) => isPlate(text, datum));
  const british = Array.from(text.matchAll(BRITISH), datumOf);
  const all = [...chinese, ...afterTheWord(text), ...british].sort((a, b) => a.start - b.start);
  return all.filter(({ start }, index) => start >= (all[index - 1]?.end ?? 0));
}

function isPlate(text: string, { start, end }: PersonalDatum): boolean {
  const serial = text.slice(start, end).replace(/^. ?.[ ·•・‧.-]*/, '');
  if (OFFICIAL.test(text.slice(end))) return false;
  if (serial.length === 6) return NEW_ENERGY.test(serial);
  return serial.replace(/\D/g, '').length >= (/[^a-z0-9]$/.test(serial) ? 2 : FEWEST_DIGITS);
}

function afterTheWord(text: string): PersonalDatum[] {
  return Array.from(text.matchAll(WORD)).flatMap((word) => {
    const plate = matchAt(FOREIGN, text, endOf(FILLER, text, word.index + word[0].length));
    return plate ? [datumOf(plate)] : [];
  });
}

function datumOf(match: RegExpExecArray): PersonalDatum {
  return { kind: 'plate', start: match.index, end: match.index + match[0].length };
}
