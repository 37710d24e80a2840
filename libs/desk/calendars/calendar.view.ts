import type { CalendarSummary, CalendarVersionView, CalendarView } from '#contracts/calendars.http.js';
import { mayOnCalendar } from '#domain/deadlines/calendar.permissions.js';
import type { DatedDay } from '#domain/deadlines/calendar-days.js';
import type { Actor } from '#domain/identity/roles.js';
import type { CalendarRecord, CalendarVersionRecord, WholeVersionRecord } from './calendar.queries.js';

export function calendarSummaryView(row: CalendarRecord, actor: Actor): CalendarSummary {
  const departmentIds = row.departments.map(({ id }) => id);
  return {
    id: row.id,
    slug: row.slug,
    name: { en: row.nameEn, zh: row.nameZh },
    version: row.version,
    timeZone: row.timeZone,
    weekly: row.weekly.map(({ weekday, from, to }) => ({ weekday, from, to })),
    holidays: row.holidays,
    departments: row.departments.map(({ id, slug, nameEn, nameZh }) => ({
      id,
      slug,
      name: { en: nameEn, zh: nameZh },
    })),
    changedAt: row.changedAt.toISOString(),
    mayEdit: mayOnCalendar(actor, 'edit', { departmentIds, madeBy: row.madeBy }),
    mayShare: mayOnCalendar(actor, 'share', { departmentIds, madeBy: row.madeBy, isForAll: row.isForAll }),
  };
}

interface Whole {
  row: CalendarRecord;
  days: readonly DatedDay[];
  versions: readonly CalendarVersionRecord[];
}

export function calendarView({ row, days, versions }: Whole, actor: Actor): CalendarView {
  return {
    ...calendarSummaryView(row, actor),
    days: days.map(dayView),
    versions: versions.map(versionSummary),
  };
}

export function calendarVersionView(row: WholeVersionRecord): CalendarVersionView {
  return {
    ...versionSummary(row),
    timeZone: row.timeZone,
    weekly: row.weekly.map(({ weekday, from, to }) => ({ weekday, from, to })),
    holidays: row.holidays,
    days: row.days.map(dayView),
  };
}

export function dayView({ date, name, intervals, origin }: DatedDay): CalendarView['days'][number] {
  return { date, name, intervals: intervals.map(({ from, to }) => ({ from, to })), origin };
}

function versionSummary({ version, why, createdByName, createdAt }: CalendarVersionRecord) {
  return { version, why, createdByName, createdAt: createdAt.toISOString() };
}
