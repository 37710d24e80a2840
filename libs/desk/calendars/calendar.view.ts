import type { CalendarSummary, CalendarVersionView, CalendarView } from '#contracts/calendars.http.js';
import { mayOnCalendar } from '#domain/deadlines/calendar.permissions.js';
import type { DatedDay } from '#domain/deadlines/calendar-days.js';
import type { Actor } from '#domain/identity/roles.js';
import type { CalendarRecord, CalendarVersionRecord, WholeVersionRecord } from './calendar.queries.js';
import { factsOf } from './calendar-record.js';

export function calendarSummaryView(row: CalendarRecord, actor: Actor): CalendarSummary {
  const facts = factsOf(row);
  const isInUse = row.archivedAt === null;
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
    isForAll: row.isForAll,
    isArchived: !isInUse,
    mayEdit: isInUse && mayOnCalendar(actor, 'edit', facts),
    mayArchive: mayOnCalendar(actor, 'archive', facts),
    mayShare: isInUse && mayOnCalendar(actor, 'share', facts),
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
