import type { FoldedText } from '../folded-text.js';
import { foldText } from './folded-text.js';
import { authorRate } from './phases/author-rate.phase.js';
import { blockedWords } from './phases/blocked-words.phase.js';
import { campaign } from './phases/campaign.phase.js';
import { classifier } from './phases/classifier.phase.js';
import { dangerToLife } from './phases/danger-to-life.phase.js';
import { links } from './phases/links.phase.js';
import { personalData } from './phases/personal-data.phase.js';
import { repeatedPost } from './phases/repeated-post.phase.js';
import { spam } from './phases/spam.phase.js';
import { suspectWords } from './phases/suspect-words.phase.js';
import { tooLong } from './phases/too-long.phase.js';
import { tooShort } from './phases/too-short.phase.js';

export interface ScreeningSubject {
  title: string | null;
  body: string;
  /** The citizen's name where it will be shown; null for a pseudonym. It is a text like the others. */
  name?: string | null;
  /** What may not be said; entries are folded like the text, so case, width and look-alikes do not matter. */
  blockedWords: readonly string[];
  /** What a moderator should look at. */
  suspectWords?: readonly string[];
  /** How many earlier messages of the same citizen have the same digest within the window. */
  repeatedOf: number;
  /** How many other citizens wrote the same to the same department. */
  alsoWrittenBy?: number;
  /** How many messages the same citizen sent within the hour before this one. */
  sentWithinHour?: number;
  /** What the external classifier found; nothing where none is asked or none answered. */
  classified?: readonly PhaseFinding[];
}

export type PhaseName =
  | 'too-short'
  | 'too-long'
  | 'repeated-post'
  | 'campaign'
  | 'author-rate'
  | 'blocked-words'
  | 'suspect-words'
  | 'links'
  | 'personal-data'
  | 'danger-to-life'
  | 'spam'
  | 'classifier';
export type ScreenedField = 'title' | 'body' | 'name';

/** What a phase found, in UTF-16 offsets of the original text of the field. */
export interface Finding {
  phase: PhaseName;
  kind: string;
  field: ScreenedField;
  start: number;
  end: number;
  /** How sure and how grave, from 0 to 1: what follows from it is the policy's to say. */
  score: number;
}

/** A phase that has no doubt says no score. */
export type PhaseFinding = Omit<Finding, 'phase' | 'score'> & { score?: number };

/** The subject as phases see it: each field folded once, for all of them. */
export interface ScreenedMessage extends ScreeningSubject {
  fields: readonly { field: ScreenedField; folded: FoldedText }[];
}

export interface ScreeningPhase {
  name: PhaseName;
  find(message: ScreenedMessage): PhaseFinding[];
}

/**
 * The policy, in order: what is no message, what was said already and by how many, what may not be said, what must not be
 * shown, who may be in danger, what only wants to sell, and what somebody else's machine thinks.
 */
export const SCREENING_PHASES: readonly ScreeningPhase[] = [
  tooShort,
  tooLong,
  repeatedPost,
  campaign,
  authorRate,
  blockedWords,
  suspectWords,
  links,
  personalData,
  dangerToLife,
  spam,
  classifier,
];

/** A moderator needs no more to decide; a hostile text could make thousands. */
const FINDINGS_PER_PHASE = 200;

/** Runs every phase, so that the moderator sees all that is there at once. What follows from it is `verdictOn`. */
export function screen(subject: ScreeningSubject): { findings: Finding[] } {
  const message = screenedMessage(subject);
  return { findings: SCREENING_PHASES.flatMap((phase) => findingsOf(phase, message)) };
}

export function findingsOf({ name, find }: ScreeningPhase, message: ScreenedMessage): Finding[] {
  return find(message)
    .slice(0, FINDINGS_PER_PHASE)
    .map((found) => ({ phase: name, ...found, score: found.score ?? 1 }));
}

export function screenedMessage(subject: ScreeningSubject): ScreenedMessage {
  return { ...subject, fields: fieldsOf(subject) };
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
