import type { WorkingInterval } from '#domain/assignment/working-hours.js';
import { dayText } from '../../lib/day-text.js';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Weekdays that follow each other with the same hours are one line. */
export function weekLines(weekly: readonly WorkingInterval[]): { first: Weekday; last: Weekday; hours: string }[] {
  const lines: { first: Weekday; last: Weekday; hours: string }[] = [];
  for (const weekday of WEEKDAYS) {
    const hours = dayText(weekly.filter((interval) => interval.weekday === weekday));
    const before = lines.at(-1);
    if (before?.hours === hours) before.last = weekday;
    else lines.push({ first: weekday, last: weekday, hours });
  }
  return lines.filter(({ hours }) => hours !== '');
}
