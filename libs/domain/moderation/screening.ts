import type { FoldedText } from '../folded-text.js';
import { foldText } from './folded-text.js';
import { blockedWords } from './phases/blocked-words.phase.js';
import { personalData } from './phases/personal-data.phase.js';
import { repeatedPost } from './phases/repeated-post.phase.js';
import { tooShort } from './phases/too-short.phase.js';

export interface ScreeningSubject {
  title: string | null;
  body: string;
  /** The citizen's name where it will be shown; null for a pseudonym. It is a text like the others. */
  name?: string | null;
  /** The desk's list; entries are folded like the text, so case and width do not matter. */
  blockedWords: readonly string[];
  /** How many earlier messages of the same citizen have the same digest within the window. */
  repeatedOf: number;
}

export type PhaseName = 'too-short' | 'repeated-post' | 'blocked-words' | 'personal-data';
export type ScreenedField = 'title' | 'body' | 'name';

/** What a phase found, in UTF-16 offsets of the original text of the field. */
export interface Finding {
  phase: PhaseName;
  kind: string;
  field: ScreenedField;
  start: number;
  end: number;
}

export interface ScreeningOutcome {
  verdict: 'clear' | 'hold';
  findings: Finding[];
}

/** The subject as phases see it: each field folded once, for all of them. */
export interface ScreenedMessage extends ScreeningSubject {
  fields: readonly { field: ScreenedField; folded: FoldedText }[];
}

export interface ScreeningPhase {
  name: PhaseName;
  find(message: ScreenedMessage): Omit<Finding, 'phase'>[];
}

/** The policy, in order: what is no message, what was said already, what may not be said, what must not be shown. */
export const SCREENING_PHASES: readonly ScreeningPhase[] = [tooShort, repeatedPost, blockedWords, personalData];

/** A moderator needs no more to decide; a hostile text could make thousands. */
const FINDINGS_PER_PHASE = 200;

/** Runs every phase, so that the moderator sees all that is wrong at once. Anything found holds the message. */
export function screen(subject: ScreeningSubject): ScreeningOutcome {
  const message = { ...subject, fields: fieldsOf(subject) };
  const findings = SCREENING_PHASES.flatMap(({ name, find }) =>
    find(message)
      .slice(0, FINDINGS_PER_PHASE)
      .map((finding) => ({ phase: name, ...finding })),
  );
  return { verdict: findings.length > 0 ? 'hold' : 'clear', findings };
}

const SAYING = /[[\p{L}\p{M}\p{N}]--\p{Default_Ignorable_Code_Point}]+/gv;

/** The text whose SHA-256 tells a repeated post: letters and digits only, whatever their width and case. */
export function digestText(body: string): string {
  return (body.normalize('NFKC').toLowerCase().match(SAYING) ?? []).join('');
}

function fieldsOf({ title, body, name = null }: ScreeningSubject): ScreenedMessage['fields'] {
  const texts: [ScreenedField, string | null][] = [
    ['title', title],
    ['body', body],
    ['name', name],
  ];
  return texts.flatMap(([field, text]) => (text === null ? [] : [{ field, folded: foldText(text) }]));
}
