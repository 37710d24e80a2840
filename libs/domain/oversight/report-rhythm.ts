import { addDays, dayOfDate, weekdayOf } from '../deadlines/calendar-days.js';
import { instantOf, wallOf } from '../time/wall-clock.js';

export const REPORT_RHYTHMS = ['daily', 'weekly', 'monthly'] as const;
export type ReportRhythm = (typeof REPORT_RHYTHMS)[number];

export interface ReportSchedule {
  rhythm: ReportRhythm;
  /** By the clock of the zone. */
  hour: number;
  timeZone: string;
}

/** Local dates, both inclusive. */
export interface ReportPeriod {
  from: string;
  to: string;
}

/** The first moment after this one at which the report is due: each day, each Monday, each first of a month. */
export function nextReportAt({ rhythm, hour, timeZone }: ReportSchedule, after: Date): Date {
  const begun = beginningOf[rhythm](localDateOf(after, timeZone));
  const next = [begun, following(rhythm, begun)]
    .map((date) => momentOn(date, hour, timeZone))
    .find((moment) => moment > after);
  // After the first of this month at this hour comes the first of the next one, in every zone.
  return next ?? momentOn(following(rhythm, following(rhythm, begun)), hour, timeZone);
}

/** What the report that is due at this moment tells of: the whole day, week or month before. */
export function reportPeriod({ rhythm, timeZone }: ReportSchedule, dueAt: Date): ReportPeriod {
  const to = addDays(beginningOf[rhythm](localDateOf(dueAt, timeZone)), -1);
  return { from: beginningOf[rhythm](to), to };
}

const beginningOf: Record<ReportRhythm, (date: string) => string> = {
  daily: (date) => date,
  weekly: (date) => addDays(date, 1 - weekdayOf(dayOfDate(date))),
  monthly: (date) => `${date.slice(0, 8)}01`,
};

/** A month has at most 31 days, and 32 days after its first is the next one. */
function following(rhythm: ReportRhythm, begun: string): string {
  const days = { daily: 1, weekly: 7, monthly: 32 }[rhythm];
  return beginningOf[rhythm](addDays(begun, days));
}

function localDateOf(instant: Date, timeZone: string): string {
  const { year, month, day } = wallOf(instant, timeZone);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function momentOn(date: string, hour: number, timeZone: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return instantOf({ year, month, day, hour, minute: 0 }, timeZone);
}
