import type { Decision } from './decision.lifecycle.js';

/** In the languages of the desk. */
export interface Worded {
  en: string;
  zh: string;
}

export const BASES = ['law', 'terms'] as const;
/** What a reason rests on: a law, or the rules to which everybody agrees who writes. */
export type Basis = (typeof BASES)[number];

/** One version of a reason of the catalogue. A decision keeps the version that it was made with. */
export interface ModerationReason {
  code: string;
  version: number;
  /** Ends a sentence: "A moderator hid this message: it is abusive." */
  wording: Worded;
  /** False: the public is told that there is a reason, not which. Its author always knows. */
  isPublic: boolean;
  basis: Basis;
  basisWording: Worded;
  /** What the author can do instead; empty where nothing is to be done. */
  instead: Worded;
  /** For which it can be given. */
  decisions: readonly Decision[];
  isRetired: boolean;
}

/** What screening gives for what it decides by itself. */
export const SCREENING_REASON = 'screening';
/** Why messages are held for as long as the hiding of their conversation is proposed, and why they are shown again. */
export const UNDER_REVIEW = 'under-review';
export const NOTHING_WRONG = 'nothing-wrong';
/** Why what was decided comes back after an appeal. */
export const DECIDED_WRONGLY = 'decided-wrongly';

/** Whether a moderator may give it for that decision now. */
export function fitsDecision({ decisions, isRetired }: ModerationReason, decision: Decision): boolean {
  return !isRetired && decisions.includes(decision);
}
