import type { EntityManager } from 'typeorm';
import type { WorkingCalendar } from '#domain/deadlines/working-time.js';
import { anyIn, preparedIn } from '#platform/database/prepared.js';

/** Which calendar version a department follows from an instant on, until the next entry of its timeline. */
export interface FollowedCalendar {
  since: Date;
  /** Null: no calendar from then on, and so no working time. */
  calendarId: string | null;
  version: number | null;
  calendar: WorkingCalendar | null;
}

/** What some departments would follow from now on. */
export interface ProposedCalendar extends Omit<FollowedCalendar, 'since'> {
  departmentIds: readonly string[];
}

interface FollowedRow {
  departmentId: string;
  since: Date;
  calendarId: string | null;
  version: number | null;
}

/**
 * An assignment brings the newest version of its time, and every later one until the department follows another
 * calendar.
 */
export const CALENDAR_TIMELINES = {
  name: 'calendar-timelines',
  text: `
  WITH followed AS (
    SELECT a.department_id, a.calendar_id, a.assigned_at AS begins,
      lead(a.assigned_at) OVER (PARTITION BY a.department_id ORDER BY a.assigned_at) AS ends
    FROM calendar_assignment a WHERE a.department_id = ${anyIn('$1', 'uuid')}
  )
  SELECT f.department_id AS "departmentId", greatest(v.created_at, f.begins) AS since, f.calendar_id AS "calendarId", v.version
  FROM followed f LEFT JOIN calendar_version v ON v.calendar_id = f.calendar_id
    AND (f.ends IS NULL OR v.created_at < f.ends)
    AND NOT EXISTS (SELECT 1 FROM calendar_version n
      WHERE n.calendar_id = v.calendar_id AND n.version = v.version + 1 AND n.created_at <= f.begins)
  ORDER BY f.department_id, f.begins, v.version`,
};

/** By department, oldest first; departments that never had a calendar have no timeline. */
export async function calendarTimelines(
  tx: EntityManager,
  departmentIds: readonly string[],
): Promise<Map<string, FollowedCalendar[]>> {
  const rows = await preparedIn<FollowedRow>(tx, CALENDAR_TIMELINES, [departmentIds]);
  const calendars = await workingCalendars(
    tx,
    rows.flatMap(({ calendarId, version }) => (calendarId && version ? [{ calendarId, version }] : [])),
  );
  const timelines = new Map<string, FollowedCalendar[]>();
  for (const { departmentId, ...row } of rows) {
    const calendar = (row.calendarId && row.version && calendars.get(keyOf(row.calendarId, row.version))) || null;
    const timeline = timelines.get(departmentId) ?? [];
    timelines.set(departmentId, [...timeline, { ...row, calendar }]);
  }
  return timelines;
}

/** The departments whose open deadlines a calendar's newest version moves. */
export async function departmentsFollowing(tx: EntityManager, calendarId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query('SELECT id FROM department WHERE calendar_id = $1 ORDER BY id', [
    calendarId,
  ]);
  return rows.map(({ id }) => id);
}

/** Versions are never edited, so that what was read once is true for good; and an equal object is worked out once. */
const read = new Map<string, WorkingCalendar>();
const KEPT = 500;

/** By "id:version". Never for a version that the same transaction made: it may yet be rolled back. */
export async function workingCalendars(
  tx: EntityManager,
  wanted: readonly { calendarId: string; version: number }[],
): Promise<Map<string, WorkingCalendar>> {
  if (read.size > KEPT) read.clear();
  const missing = wanted.filter(({ calendarId, version }) => !read.has(keyOf(calendarId, version)));
  if (missing.length > 0) await readVersions(tx, missing);
  const found = new Map<string, WorkingCalendar>();
  for (const { calendarId, version } of wanted) {
    const key = keyOf(calendarId, version);
    const calendar = read.get(key);
    if (calendar) found.set(key, calendar);
  }
  return found;
}

export const keyOf = (calendarId: string, version: number) => `${calendarId}:${version}`;

async function readVersions(
  tx: EntityManager,
  wanted: readonly { calendarId: string; version: number }[],
): Promise<void> {
  const rows: (WorkingCalendar & { calendarId: string; version: number })[] = await tx.query(
    `SELECT v.calendar_id AS "calendarId", v.version, v.time_zone AS "timeZone", v.weekly, v.days
     FROM calendar_version v
     JOIN unnest($1::uuid[], $2::int[]) AS wanted (calendar_id, version) USING (calendar_id, version)`,
    [wanted.map(({ calendarId }) => calendarId), wanted.map(({ version }) => version)],
  );
  for (const { calendarId, version, ...calendar } of rows) read.set(keyOf(calendarId, version), calendar);
}
