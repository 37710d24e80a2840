import type { WorkingInterval } from '../assignment/working-hours.js';
import type { DatedDay, Stretch } from './calendar-days.js';
import { usualIntervals } from './day-kind.js';

/** Whose public holidays: an ISO 3166 country, and a part of it where holidays differ. */
export interface HolidayRegion {
  country: string;
  state: string | null;
  region: string | null;
}

/** A date on which nobody works from that minute on. */
export interface Holiday {
  date: string;
  name: { en: string; zh: string };
  /** 0: all day. */
  fromMinute: number;
}

/** Holidays as days of a calendar: half ones leave what the week says of the hours before. Two on one date are one day. */
export function holidayDays(weekly: readonly WorkingInterval[], holidays: readonly Holiday[]): DatedDay[] {
  const days = new Map<string, DatedDay>();
  for (const { date, name, fromMinute } of holidays) {
    const earlier = days.get(date);
    const open = earlier?.intervals ?? usualIntervals({ weekly }, date);
    const intervals = open.flatMap((stretch) => until(stretch, fromMinute));
    days.set(date, { date, name: earlier ? both(earlier.name, name) : name, intervals, origin: 'holiday' });
  }
  return [...days.values()];
}

function until({ from, to }: Stretch, minute: number): Stretch[] {
  return from < minute ? [{ from, to: Math.min(to, minute) }] : [];
}

function both(one: Holiday['name'] | null, other: Holiday['name']): Holiday['name'] {
  if (!one) return other;
  return { en: withOther(one.en, other.en), zh: withOther(one.zh, other.zh) };
}

function withOther(one: string, other: string): string {
  if (one.split(' · ').includes(other) || !other) return one;
  return one ? `${one} · ${other}` : other;
}
