import {
  PERSONAL_DATA_KINDS,
  type PersonalDataKind,
  STRUCTURED_KINDS,
} from '#domain/moderation/personal-data/personal-datum.js';
import { screen } from '#domain/moderation/screening.js';
import type { Label, LabelledCase } from './labelled-set.js';

export interface Tally {
  right: number;
  /** Labelled and not found. */
  missed: number;
  /** Found and not labelled. */
  wrong: number;
}

export interface Miss {
  what: 'missed' | 'wrong';
  kind: PersonalDataKind;
  text: string;
  body: string;
}

export interface Found {
  byKind: Map<PersonalDataKind, Tally>;
  misses: Miss[];
}

const STRUCTURED: ReadonlySet<string> = new Set(STRUCTURED_KINDS);
/** Where words tell, a redaction may take a little more than the label; a number has one exact place. */
const MOST_MORE = 6;

/** What the screening finds in labelled texts, through the same door as a message. */
export function tallyOf(cases: readonly LabelledCase[]): Found {
  const byKind = new Map(PERSONAL_DATA_KINDS.map((kind) => [kind, { right: 0, missed: 0, wrong: 0 }]));
  const misses: Miss[] = [];
  for (const { body, labels } of cases) {
    const left = [...labels];
    for (const found of foundIn(body)) {
      const place = left.findIndex((label) => isSame(label, found));
      if (place !== -1) left.splice(place, 1);
      count(byKind, found.kind, place === -1 ? 'wrong' : 'right');
      if (place === -1)
        misses.push({ what: 'wrong', kind: found.kind, text: body.slice(found.start, found.end), body });
    }
    for (const { kind, start, end } of left) {
      count(byKind, kind, 'missed');
      misses.push({ what: 'missed', kind, text: body.slice(start, end), body });
    }
  }
  return { byKind, misses };
}

export function together(tallies: readonly Tally[]): Tally {
  const sum = (what: keyof Tally) => tallies.reduce((total, tally) => total + tally[what], 0);
  return { right: sum('right'), missed: sum('missed'), wrong: sum('wrong') };
}

export function structuredTally({ byKind }: Found): Tally {
  return together(STRUCTURED_KINDS.flatMap((kind) => byKind.get(kind) ?? []));
}

/** Null where there was nothing to find, or nothing was found. */
export function recallOf({ right, missed }: Tally): number | null {
  return right + missed === 0 ? null : right / (right + missed);
}

export function precisionOf({ right, wrong }: Tally): number | null {
  return right + wrong === 0 ? null : right / (right + wrong);
}

function foundIn(body: string): Label[] {
  const { findings } = screen({ title: null, body, blockedWords: [], repeatedOf: 0 });
  return findings.flatMap(({ phase, kind: name, start, end }) => {
    const kind = PERSONAL_DATA_KINDS.find((known) => known === name);
    return phase === 'personal-data' && kind ? [{ kind, start, end }] : [];
  });
}

function isSame(label: Label, found: Label): boolean {
  const more = STRUCTURED.has(label.kind) ? 0 : MOST_MORE;
  const covers = found.start <= label.start && found.end >= label.end;
  return label.kind === found.kind && covers && found.end - found.start <= label.end - label.start + more;
}

function count(byKind: Found['byKind'], kind: PersonalDataKind, what: keyof Tally): void {
  const tally = byKind.get(kind);
  if (tally) tally[what] += 1;
}
