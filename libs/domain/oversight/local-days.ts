import { dayOfDate } from '../deadlines/calendar-days.js';
import { MS_PER_DAY, zoneOffsets } from '../time/zone-offsets.js';

/**
 * The first instant of a local date. Where clocks are set back over midnight, and midnight comes twice, the first; where
 * it never comes, the instant at which the clocks go on.
 */
export function startOfLocalDay(timeZone: string, date: string): Date {
  const offsets = zoneOffsets(timeZone);
  const day = dayOfDate(date);
  const midnight = day * MS_PER_DAY;
  for (const utcDay of [day - 1, day, day + 1]) {
    for (const { from, to, offset } of offsets.during(utcDay)) {
      const at = Math.max(from, midnight - offset);
      if (at < to) return new Date(at);
    }
  }
  return new Date(midnight);
}
