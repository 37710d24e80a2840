import type { WorkingInterval } from '#domain/assignment/working-hours.js';
import { addDays, type DatedDay, dayOfDate, type Stretch, weekdayOf } from '#domain/deadlines/calendar-days.js';
import { type DayKind, dayKind, minutesOf, usualIntervals } from '#domain/deadlines/day-kind.js';

export interface ShownDay {
  date: string;
  kind: DayKind;
  intervals: readonly Stretch[];
  name: DatedDay['name'];
}

interface Said {
  weekly: readonly WorkingInterval[];
  days: readonly DatedDay[];
}

/** Every date of a year, by month, with what it is. */
export function yearDays(year: number, { weekly, days }: Said): ShownDay[][] {
  const said = new Map(days.map((day) => [day.date, day]));
  const months: ShownDay[][] = Array.from({ length: 12 }, () => []);
  for (let date = `${year}-01-01`; date.startsWith(`${year}-`); date = addDays(date, 1)) {
    const own = said.get(date);
    const intervals = own?.intervals ?? usualIntervals({ weekly }, date);
    months[Number(date.slice(5, 7)) - 1]?.push({
      date,
      kind: dayKind({ weekly }, date, own),
      intervals,
      name: own?.name ?? null,
    });
  }
  return months;
}

/** A month as weeks from Monday to Sunday; null where the week lies in another month. */
export function weeksOf(month: readonly ShownDay[]): (ShownDay | null)[][] {
  const [first] = month;
  if (!first) return [];
  const cells: (ShownDay | null)[] = [...Array(weekdayOf(dayOfDate(first.date)) - 1).fill(null), ...month];
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

export function minutesOfYear(months: readonly (readonly ShownDay[])[]): number {
  return months.flat().reduce((sum, { intervals }) => sum + minutesOf(intervals), 0);
}

/** Days of which something is said, those that follow each other and are alike as one. */
export function specialDays(months: readonly (readonly ShownDay[])[]): (ShownDay & { until: string })[] {
  const found: (ShownDay & { until: string })[] = [];
  for (const day of months.flat().filter(isSpecial)) {
    const before = found.at(-1);
    if (before && addDays(before.until, 1) === day.date && isAlike(before, day)) before.until = day.date;
    else found.push({ ...day, until: day.date });
  }
  return found;
}

const isSpecial = ({ kind, name }: ShownDay) => name !== null || !['working', 'off'].includes(kind);

function isAlike(one: ShownDay, other: ShownDay): boolean {
  const said = ({ kind, name, intervals }: ShownDay) => JSON.stringify([kind, name?.en, name?.zh, intervals]);
  return said(one) === said(other);
}
