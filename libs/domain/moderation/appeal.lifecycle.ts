import { Refusal } from '../refusal.js';
import { type Decision, RESTRICTING_DECISIONS } from './decision.lifecycle.js';
import { APPEAL_DAYS } from './statement.js';
import type { ModerationState } from './visibility.js';

/** `asked`: its author is asked something. `overtaken`: the message was decided on anew, and that can be appealed. */
export const APPEAL_STATUSES = ['open', 'asked', 'upheld', 'overturned', 'overtaken'] as const;
export type AppealStatus = (typeof APPEAL_STATUSES)[number];
export type AppealAct = 'ask' | 'answer' | 'uphold' | 'overturn' | 'overtake';

/** What is held for longer is refused in effect, whatever it is called. */
const HELD_FOR_DAYS = 1;
/** For so long who was asked can answer before the decision is upheld without it. */
export const ANSWER_DAYS = 7;
const DAY_MS = 86_400_000;

const NEXT: Record<AppealAct, Partial<Record<AppealStatus, AppealStatus>>> = {
  ask: { open: 'asked' },
  answer: { asked: 'open' },
  uphold: { open: 'upheld', asked: 'upheld' },
  overturn: { open: 'overturned', asked: 'overturned' },
  overtake: { open: 'overtaken', asked: 'overtaken' },
};

/** Throws `wrong-state` where the act does not fit. */
export function afterAppealAct(status: AppealStatus, act: AppealAct): AppealStatus {
  const next = NEXT[act][status];
  if (next) return next;
  throw new Refusal('wrong-state', {
    detail: `An appeal that is ${status} cannot take "${act}".`,
    current: { status },
  });
}

export const isUndecided = (status: AppealStatus): boolean => status === 'open' || status === 'asked';

/** From when on it may be upheld though its author has not answered; null where nothing is asked. */
export function mayBeUpheldFrom({ status, askedAt }: { status: AppealStatus; askedAt: Date | null }): Date | null {
  return status === 'asked' && askedAt ? new Date(askedAt.getTime() + ANSWER_DAYS * DAY_MS) : null;
}

/** When a decision can be appealed; null for one that keeps nothing from the public. */
export function appealableBetween({
  decision,
  at,
}: {
  decision: Decision;
  at: Date;
}): { from: Date; until: Date } | null {
  if (!RESTRICTING_DECISIONS.some((one) => one === decision)) return null;
  const wait = decision === 'hold' ? HELD_FOR_DAYS * DAY_MS : 0;
  return { from: new Date(at.getTime() + wait), until: new Date(at.getTime() + APPEAL_DAYS * DAY_MS) };
}

/** Throws `wrong-state` before and after the time in which the decision can be appealed. */
export function assertAppealable(decided: { decision: Decision; at: Date }, now: Date): void {
  const between = appealableBetween(decided);
  if (between && between.from <= now && now <= between.until) return;
  throw new Refusal('wrong-state', {
    detail: between ? 'It is too early or too late to appeal this decision.' : 'There is nothing to appeal.',
    current: { from: between?.from.toISOString(), until: between?.until.toISOString() },
  });
}

/** The decision that keeps a message in this state from the public, and the one that takes it back. */
const KEPT_BACK: Partial<Record<ModerationState, { by: Decision; backBy: Decision }>> = {
  held: { by: 'hold', backBy: 'publish' },
  redacted: { by: 'redact', backBy: 'restore' },
  hidden: { by: 'hide', backBy: 'restore' },
  rejected: { by: 'reject', backBy: 'restore' },
};

export function restrictionOf(state: ModerationState): { by: Decision; backBy: Decision } | null {
  return KEPT_BACK[state] ?? null;
}

/** What becomes of an open appeal when its message is decided on outside of it. */
export function afterDecisionBeside(decision: Decision): 'overturn' | 'overtake' {
  return decision === 'publish' || decision === 'restore' ? 'overturn' : 'overtake';
}
