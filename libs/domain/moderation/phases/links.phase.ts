import { originalSpan } from '../../folded-text.js';
import type { ScreeningPhase } from '../screening.js';

const ADDRESS = /(?:https?:\/\/|www\.)[!-~]{1,2000}/g;
/** What ends a sentence, not an address. */
const CLOSING = /[.,;:!?)\]}'">]+$/;
const HOST = /^(?:https?:\/\/)?([^/?#]*)/;

/** Authorities and schools are what citizens point at when they ask about a rule. */
const OFFICIAL = /(?:^|\.)(?:gov|edu|mil|gov\.[a-z]{2}|edu\.[a-z]{2})$/;
const SHORTENER =
  /(?:^|\.)(?:bit\.ly|t\.cn|t\.co|tinyurl\.com|url\.cn|dwz\.cn|suo\.im|is\.gd|goo\.gl|ow\.ly|cutt\.ly|rb\.gy)$/;
/** Somebody's name before the host, a bare number for a host, or another alphabet in its disguise. */
const DISGUISED = /@|^\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?$|(?:^|\.)xn--/;

const SCORES = { official: 0.05, plain: 0.3, shortened: 0.7, disguised: 0.9 } as const;

/** Addresses of pages, by where they lead. */
export const links: ScreeningPhase = {
  name: 'links',
  find: ({ fields }) =>
    fields.flatMap(({ field, folded }) =>
      Array.from(folded.text.matchAll(ADDRESS), ({ 0: written, index }) => {
        const address = written.replace(CLOSING, '');
        const span = originalSpan(folded, { start: index, end: index + Math.max(1, address.length) });
        return { kind: 'link', field, ...span, score: SCORES[natureOf(address)] };
      }),
    ),
};

function natureOf(address: string): keyof typeof SCORES {
  const host = HOST.exec(address)?.[1] ?? '';
  if (DISGUISED.test(host)) return 'disguised';
  const name = host.replace(/:\d+$/, '');
  if (SHORTENER.test(name)) return 'shortened';
  return OFFICIAL.test(name) ? 'official' : 'plain';
}
