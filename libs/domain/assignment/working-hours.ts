import { wallOf, weekdayOf } from '../time/wall-clock.js';

/** One stretch of a weekday, in minutes after midnight; `to` up to 1,440. A night shift is two: until and from midnight. */
export interface WorkingInterval {
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
  from: number;
  to: number;
}

export const MINUTES_PER_DAY = 1_440;

/** Weekly hours on the wall clock of a time zone, so that summer time moves nothing. None: always at work. */
export function isAtWork(hours: readonly WorkingInterval[], timeZone: string, now: Date): boolean {
  if (hours.length === 0) return true;
  const wall = wallOf(now, timeZone);
  const weekday = weekdayOf(wall);
  const minute = wall.hour * 60 + wall.minute;
  return hours.some((interval) => interval.weekday === weekday && interval.from <= minute && minute < interval.to);
}

/** The first two intervals that share a minute, or null. */
export function overlapIn(hours: readonly WorkingInterval[]): [WorkingInterval, WorkingInterval] | null {
  const ordered = [...hours].sort((a, b) => a.weekday - b.weekday || a.from - b.from);
  for (const [index, next] of ordered.entries()) {
    const before = ordered[index - 1];
    if (before?.weekday === next.weekday && next.from < before.to) return [before, next];
  }
  return null;
}
