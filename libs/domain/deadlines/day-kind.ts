import type { WorkingInterval } from '../assignment/working-hours.js';
import { type CalendarDay, dayOfDate, type Stretch, weekdayOf } from './calendar-days.js';
import { joined } from './joined.js';

/** `holiday`: said to be off; `make-up`: worked though the week says off; `half`: fewer hours than the week says. */
export const DAY_KINDS = ['working', 'off', 'holiday', 'half', 'longer', 'make-up'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

interface Week {
  weekly: readonly WorkingInterval[];
}

/** What begins on a date, when nothing is said of it but by the week. */
export function usualIntervals({ weekly }: Week, date: string): readonly Stretch[] {
  const weekday = weekdayOf(dayOfDate(date));
  return joined(weekly.filter((interval) => interval.weekday === weekday));
}

export function dayKind(week: Week, date: string, said: CalendarDay | undefined): DayKind {
  const usual = minutesOf(usualIntervals(week, date));
  if (!said) return usual > 0 ? 'working' : 'off';
  const own = minutesOf(said.intervals);
  if (own === 0) return 'holiday';
  if (usual === 0) return 'make-up';
  if (own === usual) return 'working';
  return own < usual ? 'half' : 'longer';
}

export function minutesOf(intervals: readonly Stretch[]): number {
  return joined(intervals).reduce((sum, { from, to }) => sum + to - from, 0);
}
