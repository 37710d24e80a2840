import type { ClockRun } from './clock-run.js';
import type { Warning } from './deadline.js';
import type { DeadlineRule } from './deadline-policy.js';
import { addWorkingTime, endOfWorkingDay, type WorkingCalendar, workingTimeBetween } from './working-time.js';

/** What a time is computed under. */
export interface Terms {
  rule: DeadlineRule;
  calendar: WorkingCalendar | null;
}

type Course = Pick<ClockRun, 'countsFrom' | 'pauses' | 'extension'>;

export interface DueTime {
  /** Null while it is paused, and where nothing but working time was promised and there is none. */
  dueAt: Date | null;
  extendedUntil: Date | null;
}

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;
export const MS_PER_DAY = 86_400_000;

/**
 * When what was promised is due: the rule's time from the start on, and each pause as much later as it lasted by the
 * same clock. A holding reply puts it off only if it came in time: what is late stays late.
 */
export function dueTimeOf(course: Course, { rule, calendar }: Terms): DueTime {
  let within = withinOf(course.countsFrom, { rule, calendar });
  let latest = rule.atLatestDays === null ? null : later(course.countsFrom, rule.atLatestDays * MS_PER_DAY);
  let extendedUntil: Date | null = null;
  for (const event of eventsOf(course)) {
    const dueAt = earlier(within, latest);
    if (dueAt && event.at > dueAt) break;
    if ('until' in event) {
      if (dueAt && event.until <= dueAt) continue;
      [within, latest, extendedUntil] = [event.until, null, event.until];
      continue;
    }
    if (event.to === null) return { dueAt: null, extendedUntil };
    within = within && afterPause(within, { from: event.at, to: event.to }, { rule, calendar });
    latest = latest && later(latest, event.to.getTime() - event.at.getTime());
  }
  return { dueAt: earlier(within, latest), extendedUntil };
}

/** When each share of the time is used up, in the clock of the rule. The whole of it is `dueAt`. */
export function warningsOf(course: Course, terms: Terms & { dueAt: Date; shares: readonly number[] }): Warning[] {
  const { dueAt, shares } = terms;
  const stretches = runningUntil(course, dueAt);
  const clock = stretches.some((stretch) => worked(terms, stretch) > 0) ? terms : CALENDAR_TIME;
  const total = stretches.reduce((sum, stretch) => sum + worked(clock, stretch), 0);
  return shares.map((share) => {
    const at = share >= 1 ? dueAt : (instantOf(stretches, total * share, clock) ?? dueAt);
    return { share, at: at.toISOString() };
  });
}

type ClockTerms = { rule: Pick<DeadlineRule, 'clock'>; calendar: WorkingCalendar | null };
const CALENDAR_TIME: ClockTerms = { rule: { clock: 'calendar' }, calendar: null };

interface Stretch {
  from: Date;
  to: Date;
}

/** Null where the calendar does not hold as much. */
function withinOf(from: Date, { rule, calendar }: Terms): Date | null {
  const { amount, unit, clock } = rule;
  if (clock === 'calendar') return later(from, amount * MS_PER_UNIT[unit]);
  if (!calendar) return null;
  return unit === 'days'
    ? endOfWorkingDay(calendar, from, amount)
    : addWorkingTime(calendar, from, amount * MS_PER_UNIT[unit]);
}

const MS_PER_UNIT = { minutes: MS_PER_MINUTE, hours: MS_PER_HOUR, days: MS_PER_DAY } as const;

function afterPause(dueAt: Date, pause: Stretch, { rule, calendar }: Terms): Date | null {
  if (rule.clock === 'calendar' || !calendar) return later(dueAt, pause.to.getTime() - pause.from.getTime());
  return addWorkingTime(calendar, dueAt, workingTimeBetween(calendar, pause.from, pause.to));
}

type PauseEvent = { at: Date; to: Date | null };

/** What moves the time, in order; nothing of what was before the clock began to count. */
function eventsOf({ countsFrom, pauses, extension }: Course): (PauseEvent | { at: Date; until: Date })[] {
  const counted = pauses.flatMap(({ from, to }): PauseEvent[] =>
    to !== null && to <= countsFrom ? [] : [{ at: from > countsFrom ? from : countsFrom, to }],
  );
  const held = extension && extension.at >= countsFrom ? [extension] : [];
  return [...counted, ...held].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function runningUntil({ countsFrom, pauses }: Course, dueAt: Date): Stretch[] {
  const stretches: Stretch[] = [];
  let from = countsFrom;
  for (const pause of pauses) {
    if (pause.from > dueAt) break;
    if (pause.from > from) stretches.push({ from, to: pause.from });
    const to: Date = pause.to ?? dueAt;
    if (to > from) from = to;
  }
  return from < dueAt ? [...stretches, { from, to: dueAt }] : stretches;
}

function worked({ rule, calendar }: ClockTerms, { from, to }: Stretch): number {
  if (rule.clock === 'calendar' || !calendar) return to.getTime() - from.getTime();
  return workingTimeBetween(calendar, from, to);
}

function instantOf(stretches: readonly Stretch[], ms: number, clock: ClockTerms): Date | null {
  let left = ms;
  for (const stretch of stretches) {
    const length = worked(clock, stretch);
    if (length >= left) return instantIn(stretch, left, clock);
    left -= length;
  }
  return null;
}

function instantIn({ from }: Stretch, ms: number, { rule, calendar }: ClockTerms): Date | null {
  const whole = Math.round(ms);
  return rule.clock === 'calendar' || !calendar ? later(from, whole) : addWorkingTime(calendar, from, whole);
}

function later(from: Date, ms: number): Date {
  return new Date(from.getTime() + ms);
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one <= other ? one : other;
}
