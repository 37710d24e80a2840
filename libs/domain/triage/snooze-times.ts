const MORNING = 9;
/** Later today is no later than this hour. */
const EVENING = 18;
const LATER_HOURS = 3;

export type SnoozePreset = 'later-today' | 'tomorrow' | 'next-week';

export interface SnoozeTime {
  preset: SnoozePreset;
  at: Date;
}

/** Times to choose from, by the clock on the department's wall: in three hours but not at night, tomorrow at nine, Monday at nine. */
export function snoozeTimes(now: Date, timeZone: string): SnoozeTime[] {
  const today = wallOf(now, timeZone);
  const later = { ...today, hour: Math.max(MORNING, today.hour + LATER_HOURS), minute: 0 };
  const times: SnoozeTime[] = [
    { preset: 'tomorrow', at: instantOf({ ...today, day: today.day + 1, hour: MORNING, minute: 0 }, timeZone) },
    {
      preset: 'next-week',
      at: instantOf({ ...today, day: today.day + daysToMonday(today), hour: MORNING, minute: 0 }, timeZone),
    },
  ];
  return later.hour <= EVENING ? [{ preset: 'later-today', at: instantOf(later, timeZone) }, ...times] : times;
}

/** What stands on a wall clock in the zone. */
export interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

export function wallOf(at: Date, timeZone: string): Wall {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') };
}

/** When a wall clock of the zone shows this; days and hours may run over. In the hour that spring leaves out: the hour after. */
export function instantOf(wall: Wall, timeZone: string): Date {
  const shown = utcOf(wall);
  const first = shown - offsetAt(shown, timeZone);
  const second = shown - offsetAt(first, timeZone);
  return new Date(utcOf(wallOf(new Date(second), timeZone)) === shown ? second : Math.max(first, second));
}

function utcOf({ year, month, day, hour, minute }: Wall): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}

function offsetAt(instant: number, timeZone: string): number {
  const minute = Math.floor(instant / 60_000) * 60_000;
  return utcOf(wallOf(new Date(minute), timeZone)) - minute;
}

function daysToMonday({ year, month, day }: Wall): number {
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return (8 - weekday) % 7 || 7;
}

/** True where the snooze ends after an answer was promised. */
export function isPastPromise(until: Date, answerDueAt: Date | null): boolean {
  return answerDueAt !== null && until.getTime() > answerDueAt.getTime();
}

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;

/** What a field for day and time holds, by a clock of the zone; null for what is none. */
export function instantOfLocal(local: string, timeZone: string): Date | null {
  const [year, month, day, hour, minute] = (LOCAL.exec(local) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  return instantOf({ year, month, day, hour: hour ?? 0, minute: minute ?? 0 }, timeZone);
}
