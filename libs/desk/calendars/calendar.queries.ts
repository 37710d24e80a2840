import type { EntityManager } from 'typeorm';
import type { WorkingInterval } from '#domain/assignment/working-hours.js';
import type { DatedDay } from '#domain/deadlines/calendar-days.js';
import type { HolidayRegion } from '#domain/deadlines/holidays.js';

export interface FollowingDepartment {
  id: string;
  slug: string;
  nameEn: string;
  nameZh: string;
}

export interface CalendarRecord {
  id: string;
  slug: string;
  nameEn: string;
  nameZh: string;
  version: number;
  timeZone: string;
  weekly: WorkingInterval[];
  holidays: HolidayRegion | null;
  changedAt: Date;
  /** Who made the first version; null: laid out with the desk. */
  madeBy: string | null;
  isForAll: boolean;
  archivedAt: Date | null;
  departments: FollowingDepartment[];
}

const LISTED = `
  SELECT c.id, c.slug, c.name_en AS "nameEn", c.name_zh AS "nameZh", c.version, v.time_zone AS "timeZone", v.weekly, v.holidays,
    v.created_at AS "changedAt", first.created_by AS "madeBy",
    c.is_for_all AS "isForAll", c.archived_at AS "archivedAt",
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'slug', d.slug, 'nameEn', d.name_en, 'nameZh', d.name_zh)
      ORDER BY d.slug) FROM department d WHERE d.calendar_id = c.id), '[]') AS departments
  FROM calendar c
  JOIN calendar_version v ON v.calendar_id = c.id AND v.version = c.version
  JOIN calendar_version first ON first.calendar_id = c.id AND first.version = 1`;

/** All at once: a press centre has one, or one per department at the most. */
const MOST = 500;

export function calendars(tx: EntityManager): Promise<CalendarRecord[]> {
  return tx.query(`${LISTED} ORDER BY c.slug LIMIT ${MOST}`);
}

export async function calendarBySlug(tx: EntityManager, slug: string): Promise<CalendarRecord | undefined> {
  const [record]: CalendarRecord[] = await tx.query(`${LISTED} WHERE c.slug = $1`, [slug]);
  return record;
}

export interface CalendarVersionRecord {
  version: number;
  why: string;
  createdByName: string | null;
  createdAt: Date;
}

/** The newest first, without what they say. */
export function calendarVersions(tx: EntityManager, calendarId: string): Promise<CalendarVersionRecord[]> {
  return tx.query(
    `SELECT v.version, v.why, o.name AS "createdByName", v.created_at AS "createdAt"
     FROM calendar_version v LEFT JOIN officer o ON o.id = v.created_by
     WHERE v.calendar_id = $1 ORDER BY v.version DESC`,
    [calendarId],
  );
}

export interface WholeVersionRecord extends CalendarVersionRecord {
  timeZone: string;
  weekly: WorkingInterval[];
  holidays: HolidayRegion | null;
  days: DatedDay[];
}

export async function calendarVersion(
  tx: EntityManager,
  { calendarId, version }: { calendarId: string; version: number },
): Promise<WholeVersionRecord | undefined> {
  const [record]: WholeVersionRecord[] = await tx.query(
    `SELECT v.version, v.why, o.name AS "createdByName", v.created_at AS "createdAt", v.time_zone AS "timeZone", v.weekly,
       v.holidays, v.days
     FROM calendar_version v LEFT JOIN officer o ON o.id = v.created_by
     WHERE v.calendar_id = $1 AND v.version = $2`,
    [calendarId, version],
  );
  return record;
}
