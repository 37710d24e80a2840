import type { WorkingInterval } from '../assignment/working-hours.js';
import { MS_PER_DAY } from '../time/zone-offsets.js';
import type { CalendarDay } from './calendar-days.js';
import { compiled } from './compiled-calendar.js';

/**
 * It is working time whenever the wall clock of the zone shows a time within an interval. An interval belongs to the
 * date on which it begins and may run over midnight; what `days` says of a date replaces what the week says of it.
 */
export interface WorkingCalendar {
  timeZone: string;
  /** `to` up to 2,880 here: over midnight. */
  weekly: readonly WorkingInterval[];
  days: readonly CalendarDay[];
}

export interface WorkingSpan {
  from: Date;
  to: Date;
}

/** What a calendar does not hold within ten years it does not hold. */
const HORIZON_DAYS = 3_653;

/**
 * The first instant by which so many ms of working time have passed. A stretch that is used up ends then, not when the
 * next one begins. Null where ten years do not hold them.
 */
export function addWorkingTime(calendar: WorkingCalendar, from: Date, ms: number): Date | null {
  if (ms <= 0) return new Date(from);
  const hours = compiled(calendar);
  if (!hours.hasHours) return null;
  const start = from.getTime();
  const first = utcDayOf(start);
  let left = ms;
  for (let day = first; day <= first + HORIZON_DAYS; day += 1) {
    const spans = hours.during(day);
    for (let at = 0; at < spans.length; at += 2) {
      const begins = Math.max(spans[at] ?? 0, start);
      const length = (spans[at + 1] ?? 0) - begins;
      if (length >= left) return new Date(begins + left);
      if (length > 0) left -= length;
    }
  }
  return null;
}

/** Working time between the two in ms; 0 where the second is not after the first. */
export function workingTimeBetween(calendar: WorkingCalendar, from: Date, to: Date): number {
  const hours = compiled(calendar);
  const [start, end] = [from.getTime(), to.getTime()];
  if (!hours.hasHours) return 0;
  const last = utcDayOf(end);
  let sum = 0;
  for (let day = utcDayOf(start); day <= last; day += 1) {
    const spans = hours.during(day);
    for (let at = 0; at < spans.length; at += 2) {
      const length = Math.min(spans[at + 1] ?? 0, end) - Math.max(spans[at] ?? 0, start);
      if (length > 0) sum += length;
    }
  }
  return sum;
}

/** The stretches of working time between the two, in order; none touches the next. */
export function workingSpans(calendar: WorkingCalendar, from: Date, to: Date): WorkingSpan[] {
  const hours = compiled(calendar);
  const [start, end] = [from.getTime(), to.getTime()];
  const found: { from: number; to: number }[] = [];
  for (let day = utcDayOf(start); day <= utcDayOf(end); day += 1) {
    const spans = hours.during(day);
    for (let at = 0; at < spans.length; at += 2) {
      const [begins, ends] = [Math.max(spans[at] ?? 0, start), Math.min(spans[at + 1] ?? 0, end)];
      const before = found.at(-1);
      if (begins >= ends) continue;
      if (before?.to === begins) before.to = ends;
      else found.push({ from: begins, to: ends });
    }
  }
  return found.map((span) => ({ from: new Date(span.from), to: new Date(span.to) }));
}

/**
 * The end of the last interval of the Nth working day after the local date of `from`, which itself is not counted; where
 * that runs over midnight, on the day after. Null where ten years hold no such day.
 */
export function endOfWorkingDay(calendar: WorkingCalendar, from: Date, days: number): Date | null {
  if (days <= 0) return new Date(from);
  const hours = compiled(calendar);
  if (!hours.hasHours) return null;
  const today = hours.localDayOf(from.getTime());
  let left = days;
  for (let day = today + 1; day <= today + HORIZON_DAYS; day += 1) {
    const end = hours.endOf(day);
    if (end !== null) left -= 1;
    if (end !== null && left <= 0) return new Date(end);
  }
  return null;
}

const utcDayOf = (instant: number) => Math.floor(instant / MS_PER_DAY);
