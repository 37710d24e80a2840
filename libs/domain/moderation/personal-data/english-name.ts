import { endOf, matchAt } from './match-at.js';
import type { PersonalDatum } from './personal-datum.js';

const TITLE = '(?:mr|mrs|ms|miss|mx|dr|prof)\\b\\.?';
const KIN =
  'son|daughter|wife|husband|father|mother|dad|mum|mom|brother|sister|partner|grandfather|grandmother|grandson|granddaughter|baby|neighbour|neighbor|friend|child|uncle|aunt|nephew|niece';
const CUE = new RegExp(
  [
    "\\bmy (?:full |legal |first |last )?name(?: is|[’']s|:)",
    `\\b(?:i am|i[’']m|this is|my (?:${KIN}) is|my (?:${KIN}),?) (?=${TITLE} )`,
    `\\bmy (?:${KIN})(?:,? (?:is |who is )?(?:called|named)| is (?:called|named)|[’']s name is)`,
    "\\b(?:i am|i[’']m) (?:called|named)\\b",
    '\\b(?:full name|contact name|contact person|name of (?:applicant|complainant|the patient|patient)|applicant|complainant|tenant|patient|claimant|resident)(?: name)?:',
    '(?<![a-z0-9_./<-] ?)name:(?!:)',
    '\\b(?:yours (?:sincerely|faithfully|truly)|kind regards|best regards|sincerely|regards|signed)(?:,? ?\\n|:)',
  ].join('|'),
  'g',
);
const FILLER = /[\s:,"“']{0,4}/y;
const WORD = "\\p{Script=Latin}(?:\\p{Script=Latin}|['’-](?=\\p{Script=Latin})){0,20}\\.?";
const NAME = new RegExp(`(${TITLE} )?${WORD}(?: ${WORD}){0,3}(?![\\p{L}\\d_+@/=(])`, 'uy');
/** No part of a name: where it ends, or why there is none. */
const NO_NAME_WORDS = new Set(
  (
    'and or but i we you he she it they my our your his her their who which that this these those there here the a an of on in at to from for with by as about not no never ' +
    'is am are was were be been has have had do does did will would can could should may might want live lives living born aged age resident tenant from please thank thanks ' +
    'withheld anonymous confidential private unknown mud spelt spelled misspelled wrong missing correct known listed so because when if phone tel email address number date id ' +
    'office department council school hospital bureau ministry centre center service services company ltd team hall police committee agency authority desk support housing ' +
    'station library board commission customer residents association everyone also still just already above below'
  ).split(' '),
);
const OFFICE =
  /\b(?:office|department|council|school|hospital|bureau|ministry|centre|center|services?|company|ltd|team|hall|committee|agency|authority|station|association|housing|board)\b/;
/** The end of a sentence, or what somebody has: `Mrs Lee's neighbour`. An initial has a full stop as well. */
const ENDS_NAME = /^.{3,}\.$|['’]s$/;
const MOST_WORDS = 4;

/** English names behind a cue: `my name is…`, `I am Mr…`, `Name:…`, a signature. Case tells nothing, for it is folded. */
export function englishNames(text: string): PersonalDatum[] {
  return Array.from(text.matchAll(CUE)).flatMap((cue) => nameAt(text, cue.index + cue[0].length) ?? []);
}

function nameAt(text: string, behindCue: number): PersonalDatum | null {
  const start = endOf(FILLER, text, behindCue);
  const match = matchAt(NAME, text, start);
  if (!match || OFFICE.test(match[0])) return null;
  const [whole, title = ''] = match;
  const words = whole.slice(title.length).split(' ');
  const stop = words.findIndex((word) => NO_NAME_WORDS.has(word.replace(/\.$/, '')));
  const own = words.slice(0, stop === -1 ? MOST_WORDS : stop);
  const sentenceEnd = own.findIndex((word) => ENDS_NAME.test(word));
  const name = title + (sentenceEnd === -1 ? own : own.slice(0, sentenceEnd + 1)).join(' ');
  const length = own.length === 0 ? 0 : name.replace(/\.$|['’]s$/, '').length;
  return length > 1 ? { kind: 'personal-name', start, end: start + length } : null;
}
