import type { Priority } from '../conversations/priority.js';

export const DEADLINE_KINDS = ['acknowledge', 'answer', 'next-answer', 'letter'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export const DEADLINE_UNITS = ['minutes', 'hours', 'days'] as const;
export type DeadlineUnit = (typeof DEADLINE_UNITS)[number];

/** All hours count, or those of the department's calendar only. */
export const DEADLINE_CLOCKS = ['calendar', 'working'] as const;
export type DeadlineClock = (typeof DEADLINE_CLOCKS)[number];

export interface MessageClass {
  code: string;
  name: { en: string; zh: string };
}

/** Within which time something is promised. */
export interface DeadlineRule {
  kind: DeadlineKind;
  /** Null: for every class. */
  classCode: string | null;
  /** Null: for every priority. */
  priority: Priority | null;
  amount: number;
  unit: DeadlineUnit;
  clock: DeadlineClock;
  /** In days of 24 hours: never later than this, however many of them are holidays. Null: no such limit. */
  atLatestDays: number | null;
}

/** What a department promises. */
export interface DeadlinePolicy {
  classes: readonly MessageClass[];
  rules: readonly DeadlineRule[];
  /** By how many days at most a holding reply puts an answer off, once; 0: not at all. */
  holdingDays: number;
  /** Shares of the time at which the desk is warned, in order; 1 is when it is over. */
  warnAt: readonly number[];
}

export const DEFAULT_WARN_AT: readonly number[] = [0.5, 0.8, 1];

export interface Promised {
  kind: DeadlineKind;
  classCode: string | null;
  priority: Priority;
}

/** The most specific rule binds: of class and priority, then of the class, then of the priority. Null: nothing is promised. */
export function ruleFor({ rules }: Pick<DeadlinePolicy, 'rules'>, promised: Promised): DeadlineRule | null {
  const fitting = rules.filter(
    ({ kind, classCode, priority }) =>
      kind === promised.kind &&
      (classCode === null || classCode === promised.classCode) &&
      (priority === null || priority === promised.priority),
  );
  return fitting.reduce<DeadlineRule | null>(
    (best, rule) => (best && weightOf(best) >= weightOf(rule) ? best : rule),
    null,
  );
}

function weightOf({ classCode, priority }: DeadlineRule): number {
  return (classCode === null ? 0 : 2) + (priority === null ? 0 : 1);
}

const HOURS_PER_DAY = 24;
const MINUTES_PER_HOUR = 60;

/**
 * The whole calendar hours within which any message is answered, for the sentence that citizens read; null where the
 * policy promises none to all, or only working time without a limit in calendar time.
 */
export function generalAnswerHours(policy: DeadlinePolicy): number | null {
  const rule = policy.rules.find(
    ({ kind, classCode, priority }) => kind === 'answer' && classCode === null && priority === null,
  );
  if (!rule) return null;
  const latest = rule.atLatestDays === null ? null : rule.atLatestDays * HOURS_PER_DAY;
  if (rule.clock === 'working') return latest;
  return Math.min(Math.ceil(hoursOf(rule)), latest ?? Number.POSITIVE_INFINITY);
}

function hoursOf({ amount, unit }: DeadlineRule): number {
  if (unit === 'minutes') return amount / MINUTES_PER_HOUR;
  return unit === 'hours' ? amount : amount * HOURS_PER_DAY;
}
