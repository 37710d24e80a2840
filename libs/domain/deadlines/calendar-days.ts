import { MS_PER_DAY } from '../time/zone-offsets.js';

/** Minutes after midnight on the wall clock; `to` up to 2,880, which is the end of the next day. */
export interface Stretch {
  from: number;
  to: number;
}

/** What is said of one date, in place of the week. No intervals: a day off. */
export interface CalendarDay {
  /** YYYY-MM-DD, in the calendar's zone. */
  date: string;
  name: { en: string; zh: string } | null;
  intervals: readonly Stretch[];
}

/** Where what is said of a date comes from. An exception of the desk's own beats a public holiday. */
export const DAY_ORIGINS = ['holiday', 'exception'] as const;
export type DayOrigin = (typeof DAY_ORIGINS)[number];

export interface DatedDay extends CalendarDay {
  origin: DayOrigin;
}

/** By date, one each: where both say something of a date, the exception. */
export function exceptionsFirst(holidays: readonly DatedDay[], exceptions: readonly DatedDay[]): DatedDay[] {
  const byDate = new Map([...holidays, ...exceptions].map((day) => [day.date, day]));
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** 1970 began on a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function dayOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
}

export function dateOfDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

const DATE = /^(19[7-9]\d|2[01]\d\d)-\d{2}-\d{2}$/;

/** Written YYYY-MM-DD, in the almanac, and of the centuries that a desk has to do with. */
export function isDate(text: string): boolean {
  const day = DATE.test(text) ? dayOfDate(text) : Number.NaN;
  return !Number.isNaN(day) && dateOfDay(day) === text;
}

export function addDays(date: string, days: number): string {
  return dateOfDay(dayOfDate(date) + days);
}
