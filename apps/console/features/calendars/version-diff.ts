import type { CalendarVersionView } from '#contracts/calendars.http.js';
import { dayText } from '../../lib/day-text.js';
import { WEEKDAYS, type Weekday } from './week-words.js';

type Days = CalendarVersionView['days'];

export interface VersionDiff {
  zone: { before: string; after: string } | null;
  /** Weekdays with other hours; empty text: not worked. */
  week: { weekday: Weekday; before: string; after: string }[];
  holidays: { before: CalendarVersionView['holidays']; after: CalendarVersionView['holidays'] } | null;
  /** Dates of which something else is said; null: what the week says. */
  days: { date: string; before: Days[number] | null; after: Days[number] | null }[];
}

/** What one version says otherwise than the one before it. */
export function versionDiff(before: CalendarVersionView, after: CalendarVersionView): VersionDiff {
  const hours = ({ weekly }: CalendarVersionView, weekday: Weekday) =>
    dayText(weekly.filter((interval) => interval.weekday === weekday));
  const week = WEEKDAYS.map((weekday) => ({ weekday, before: hours(before, weekday), after: hours(after, weekday) }));
  const isOtherRegion = JSON.stringify(before.holidays) !== JSON.stringify(after.holidays);
  return {
    zone: before.timeZone === after.timeZone ? null : { before: before.timeZone, after: after.timeZone },
    week: week.filter((line) => line.before !== line.after),
    holidays: isOtherRegion ? { before: before.holidays, after: after.holidays } : null,
    days: differentDays(before.days, after.days),
  };
}

function differentDays(before: Days, after: Days): VersionDiff['days'] {
  const [then, now] = [byDate(before), byDate(after)];
  const dates = [...new Set([...then.keys(), ...now.keys()])].sort();
  return dates.flatMap((date) => {
    const [earlier, later] = [then.get(date) ?? null, now.get(date) ?? null];
    return said(earlier) === said(later) ? [] : [{ date, before: earlier, after: later }];
  });
}

const byDate = (days: Days) => new Map(days.map((day) => [day.date, day]));

function said(day: Days[number] | null): string {
  return day ? `${day.origin} ${dayText(day.intervals)} ${day.name?.en} ${day.name?.zh}` : '';
}
