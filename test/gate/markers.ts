import { randomInt } from 'node:crypto';

/** Everybody who reads something of a desk. `elsewhere` holds every role in another department. */
export const AUDIENCES = [
  'public',
  'author',
  'other-citizen',
  'officer',
  'moderator',
  'reviewer',
  'supervisor',
  'press',
  'administrator',
  'elsewhere',
  'mailbox',
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** One thing that was written, in words that stand nowhere else and that nobody can guess: Latin ones and Chinese ones. */
export interface Marker {
  what: string;
  words: string[];
  /** Who may see it, and does: the table holds in both directions. */
  seenBy: readonly Audience[];
}

const CONSONANTS = 'bcdfghjklmnpqrstvwxz';
const RARE_IDEOGRAPHS = 0x3400;
const IDEOGRAPHS = 6_000;
/** What may be a marker, so that a long page is looked through once. */
const SHAPES = /zq[a-z]{10}|[\u3400-\u4dbf]{6,}/gu;

export class Markers {
  readonly all: Marker[] = [];

  /** Words that stand for `what`, to be written somewhere. */
  words(what: string, seenBy: readonly Audience[]): string {
    const latin = `zq${pick(10, () => CONSONANTS.charAt(randomInt(CONSONANTS.length)))}`;
    const chinese = pick(6, () => String.fromCodePoint(RARE_IDEOGRAPHS + randomInt(IDEOGRAPHS)));
    this.all.push({ what, words: [latin, chinese], seenBy });
    return `${latin} ${chinese}`;
  }

  /** What of all this stands in a text, whatever its case. */
  in(text: string): Marker[] {
    const found = new Set(text.toLowerCase().match(SHAPES));
    if (found.size === 0) return [];
    const runs = [...found].join(' ');
    return this.all.filter(({ words }) => words.some((word) => runs.includes(word)));
  }
}

function pick(length: number, one: () => string): string {
  return Array.from({ length }, one).join('');
}
