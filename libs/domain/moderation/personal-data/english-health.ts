import { type HealthWords, healthIn } from './near-person.js';
import type { PersonalDatum } from './personal-datum.js';

const KIN =
  '(?:(?:elderly|old|young|late|little|older|younger|eldest|youngest|own|teenage|\\d{1,2}[- ]year[- ]old) ){0,2}(?:grand|step|ex-)?(?:father|mother|dad|daddy|mum|mummy|mom|wife|husband|spouse|partner|son|daughter|child|children|kid|kids|baby|boy|girl|brother|sister|parents|uncle|aunt|cousin|nephew|niece|neighbou?r|friend|flatmate|roommate|colleague|boss|girlfriend|boyfriend|fianc[eé]e?|mother-in-law|father-in-law|tenant|ma|pa|nan|nana|gran|grandma|grandpa)';

const TERM_WORDS =
  "cancer|leukaemia|leukemia|lymphoma|tumou?rs?|hiv|aids|autism|autistic|adhd|asperger[’']?s?|depression|schizophreni\\w+|bipolar|epilepsy|epileptic|dementia|alzheimer[’']?s?|parkinson[’']?s?|diabetes|diabetic|hepatitis(?: [abc]\\b)?|tuberculosis|syphilis|pregnant|pregnancy|miscarriage|abortion|stroke|asthma|asthmatic|dialysis|chemotherapy|chemo|disabled|disability|down[’']?s? syndrome|multiple sclerosis|motor neurone disease|cerebral palsy|kidney failure|heart failure|heart disease|heart attack|heart condition|mental illness|mentally ill|psychosis|psychotic|ptsd|anorexia|bulimia|alcoholic|addiction|paraly[sz]ed|blind|deaf|covid-positive|long covid|crohn[’']?s|cystic fibrosis|lupus";

const LINK =
  "(?:has|have|had|having|got|is|are|was|were|am|[’'](?:s|m|ve|re)|suffers?|suffered|suffering|diagnosed|fighting|battling|dying|died|recovering|undergoing|undergoes|needs|treated|tested|developed|contracted|living|became|been)";
const JOINED = new RegExp(
  `(?:^|[ ,])?${LINK}(?: (?:from|with|as|of|for|on|to|in|positive|a|an|the|his|her|my|been|being|now|also|currently|already|registered|severely|heavily|partially|partly|completely|newly|\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|week|weeks|month|months|hospital|sick|ill|severe|terminal|advanced|stage|early|late|early-onset|acute|chronic|lung|breast|bowel|bone|brain|liver|skin|blood|throat|prostate|pancreatic|stomach|cervical|ovarian|colon|type|type-\\d|rare|form|history|kind|mild|serious|clinical|postnatal|post-natal|stage-\\d|[ivx]{1,3}|having|suffering|fighting|battling|undergoing|diagnosed|living|tested|dying|recovering|treated)){0,6} ?$`,
);
const POSSESSIVE =
  /^(?:[’']s?)(?: (?:lung|breast|bowel|brain|severe|terminal|own|recent|mild|long-term|chronic|type|\d|advanced)){0,2} $/;
const NOT_THEIRS =
  /\b(?:not|no|never|without|isn[’']t|doesn[’']t|don[’']t|if|whether|about|against|campaign|question|fear|worried|afraid|risk|works?|working|said|who is a doctor)\b|n[’']t\b|[.!?;\n]/;

const WORDS: HealthWords = {
  person: new RegExp(`\\b(?:(?:my|his|her|our|their) ${KIN}|i|he|she)\\b`, 'g'),
  term: new RegExp(`\\b(?:${TERM_WORDS})\\b(?: (?:positive|patient))?`, 'g'),
  widestGap: 60,
  joins: (_, gap) => !NOT_THEIRS.test(gap) && (POSSESSIVE.test(gap) || JOINED.test(gap)),
  topicAfter:
    /[ -](?:screening|vaccin\w+|jabs?|centre|center|clinic|hospital|ward|unit|campaign|research\w*|charit\w+|awareness|prevention|week|day|services?|policy|funding|specialist|doctor|nurse|surgeon|expert|alley|spots?|testing|tests?|education|group|access|parking|toilets?|bays?|ramps?|of luck|of genius|to (?:our|my|the|all|any|this|their))\b/y,
  personAfter: new RegExp(` (?:[a-z]+ )?(?:${KIN})\\b`, 'y'),
  leadBefore: /\b(?:my|his|her|our) (?:[a-z]+ )?$/,
};

/** Health near a person, in English: `my father has cancer`, `I am HIV positive`, `my autistic son`. */
export function englishHealth(text: string): PersonalDatum[] {
  return healthIn(text, WORDS);
}
