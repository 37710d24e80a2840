import { Refusal } from '../refusal.js';
import type { ModerationState } from './visibility.js';

export const DECISIONS = ['publish', 'hold', 'redact', 'hide', 'reject', 'restore'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Those that keep something from the public: their author is owed a statement of reasons. */
export const RESTRICTING_DECISIONS = ['hold', 'redact', 'hide', 'reject'] as const;

/** `shown`: as the author wrote it, or with its blocks where something in it was redacted. */
type Following = ModerationState | 'shown';

/**
 * Decision by state: the state that follows. A cell that is missing is a refusal. What was kept back for good comes back
 * by `restore` only, so that no old screen publishes it; only restoring what is redacted unseals its original.
 */
const NEXT: Record<Decision, Partial<Record<ModerationState, Following>>> = {
  publish: { held: 'shown' },
  hold: { visible: 'held', redacted: 'held' },
  redact: { held: 'redacted', visible: 'redacted', redacted: 'redacted' },
  hide: { held: 'hidden', visible: 'hidden', redacted: 'hidden' },
  reject: { held: 'rejected' },
  restore: { redacted: 'visible', hidden: 'shown', rejected: 'shown' },
};

export interface Decidable {
  state: ModerationState;
  /** Its original is sealed: what stands in its place has blocks. */
  isSealed: boolean;
}

/** The state after the decision. Throws `wrong-state` where it does not fit. */
export function afterDecision({ state, isSealed }: Decidable, decision: Decision): ModerationState {
  const next = NEXT[decision][state];
  if (next === 'shown') return isSealed ? 'redacted' : 'visible';
  if (next) return next;
  throw new Refusal('wrong-state', {
    detail: `A message that is ${state} cannot be decided "${decision}".`,
    current: { state },
  });
}

/** What can be decided on a message in this state, in the order in which it is offered. */
export function decisionsOn(state: ModerationState): Decision[] {
  return DECISIONS.filter((decision) => NEXT[decision][state] !== undefined);
}

export interface DecidedBefore {
  decision: Decision;
  /** By screening, not by a person. */
  isByDesk: boolean;
}

/**
 * Whether officers have taken the message up already, by all that was decided on it, oldest first: then publishing or
 * restoring it asks nobody to answer it again. Screening writes no decision on what it lets through.
 */
export function wasTakenUp(decided: readonly DecidedBefore[]): boolean {
  const [first] = decided;
  const isKeptBackAtFirst = first?.isByDesk === true && (first.decision === 'hold' || first.decision === 'reject');
  return !isKeptBackAtFirst || decided.some(({ decision }) => LETS_IN.some((one) => one === decision));
}

const LETS_IN: readonly Decision[] = ['publish', 'redact', 'hide', 'restore'];
