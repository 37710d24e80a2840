import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { CalendarPreview, previewCalendarSchema } from '#contracts/calendars.http.js';
import { addDays, type Stretch } from '#domain/deadlines/calendar-days.js';
import { minutesOf, usualIntervals } from '#domain/deadlines/day-kind.js';
import { type WorkingCalendar, workingSpans } from '#domain/deadlines/working-time.js';
import { dateOf } from '#domain/time/wall-clock.js';
import { calendarBySlug, calendarVersion } from './calendar.queries.js';
import { dayView } from './calendar.view.js';
import { missingCalendar } from './calendar-record.js';
import { materialisedDays } from './materialised-days.js';

type Draft = z.infer<typeof previewCalendarSchema>;

/** What a draft would say of a year, beside what the newest version says of it. */
@Injectable()
export class CalendarPreviewService {
  constructor(private readonly dataSource: DataSource) {}

  /** Without a slug: of a calendar that is yet to be made. */
  async preview(draft: Draft, slug?: string): Promise<CalendarPreview> {
    const { year, month, timeZone, weekly } = draft;
    const before = slug === undefined ? null : await this.newest(slug);
    // Some holidays that begin in December last into January.
    const all = await materialisedDays(draft, { from: year - 1, to: year });
    const days = all.filter(({ date }) => date.startsWith(`${year}-`));
    const after = { timeZone, weekly, days };
    return {
      days: days.map(dayView),
      spans: month === null ? [] : spansOf(after, year, month),
      differs: before ? differences(year, before, after) : [],
      minutes: { before: before && minutesIn(year, before), after: minutesIn(year, after) },
    };
  }

  private async newest(slug: string): Promise<WorkingCalendar> {
    const row = await calendarBySlug(this.dataSource.manager, slug);
    const version =
      row && (await calendarVersion(this.dataSource.manager, { calendarId: row.id, version: row.version }));
    if (!version) throw missingCalendar();
    return version;
  }
}

/** Between the midnights of the month in the calendar's zone. */
function spansOf(calendar: WorkingCalendar, year: number, month: number): CalendarPreview['spans'] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  const spans = workingSpans(calendar, startOf(first, -1), startOf(last, 2));
  const isOwn = ({ from }: { from: Date }) => {
    const date = dateOf(from, calendar.timeZone);
    return date >= first && date <= last;
  };
  return spans.filter(isOwn).map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() }));
}

const startOf = (date: string, days: number) => new Date(`${addDays(date, days)}T00:00:00Z`);

function differences(year: number, before: WorkingCalendar, after: WorkingCalendar): CalendarPreview['differs'] {
  const [then, now] = [hoursBy(before), hoursBy(after)];
  return datesOf(year)
    .map((date) => ({ date, before: then(date), after: now(date) }))
    .filter((day) => JSON.stringify(day.before) !== JSON.stringify(day.after));
}

function minutesIn(year: number, calendar: WorkingCalendar): number {
  const hours = hoursBy(calendar);
  return datesOf(year).reduce((sum, date) => sum + minutesOf(hours(date)), 0);
}

function hoursBy({ weekly, days }: WorkingCalendar): (date: string) => Stretch[] {
  const said = new Map(days.map((day) => [day.date, day.intervals]));
  return (date) => (said.get(date) ?? usualIntervals({ weekly }, date)).map(({ from, to }) => ({ from, to }));
}

function datesOf(year: number): string[] {
  const dates: string[] = [];
  for (let date = `${year}-01-01`; date.startsWith(`${year}-`); date = addDays(date, 1)) dates.push(date);
  return dates;
}
