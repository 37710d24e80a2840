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
  const { weekday, minute } = wallClock(timeZone, now);
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

export function isTimeZone(timeZone: string): boolean {
  try {
    return formatter(timeZone) !== undefined;
  } catch {
    return false;
  }
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function wallClock(timeZone: string, now: Date): { weekday: number; minute: number } {
  const parts = new Map(
    formatter(timeZone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  const minute = Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
  return { weekday: WEEKDAYS.indexOf(parts.get('weekday') ?? '') + 1, minute };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than using it a thousand times. */
function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(timeZone, made);
  return made;
}
