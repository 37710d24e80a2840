import { type Decision, RESTRICTING_DECISIONS } from './decision.lifecycle.js';
import type { Basis, ModerationReason, Worded } from './reasons.js';

/** Within which the author may appeal. */
export const APPEAL_DAYS = 20;

/** How long what was decided lasts. */
export type Duration = 'until-reviewed' | 'indefinite';

/**
 * The statement of reasons that the author of a message is owed (Regulation (EU) 2022/2065, article 17): codes where the
 * page says it in words, words where the catalogue had them. Kept with the decision as it was given; nothing in it names
 * the moderator, who reported it, or what is noted inside the desk.
 */
export interface Statement {
  decision: Decision;
  /** All outputs of the press centre, wherever they are read. */
  territory: 'everywhere';
  duration: Duration;
  /** What screening found in the text, by kind; empty where a person found it. */
  foundKinds: string[];
  /** What the moderator wrote to the author about the facts. */
  explanation: string | null;
  isDetectedByAutomation: boolean;
  isDecidedByAutomation: boolean;
  basis: Basis;
  basisWording: Worded;
  reason: Worded;
  instead: Worded;
  /** Until when it can be appealed; null where a person still decides. */
  appealUntil: string | null;
}

interface Decided {
  decision: Decision;
  reason: ModerationReason;
  explanation: string | null;
  foundKinds: readonly string[];
  isByDesk: boolean;
  at: Date;
}

/** Null for a decision that restricts nothing. */
export function statementOf({ decision, reason, explanation, foundKinds, isByDesk, at }: Decided): Statement | null {
  if (!RESTRICTING_DECISIONS.some((one) => one === decision)) return null;
  const isForNow = decision === 'hold';
  return {
    decision,
    territory: 'everywhere',
    duration: isForNow ? 'until-reviewed' : 'indefinite',
    foundKinds: [...new Set(foundKinds)],
    explanation,
    isDetectedByAutomation: isByDesk || foundKinds.length > 0,
    isDecidedByAutomation: isByDesk,
    basis: reason.basis,
    basisWording: reason.basisWording,
    reason: reason.wording,
    instead: reason.instead,
    appealUntil: isForNow ? null : new Date(at.getTime() + APPEAL_DAYS * DAY_MS).toISOString(),
  };
}

const DAY_MS = 86_400_000;
