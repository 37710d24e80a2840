import { In, IsNull } from 'typeorm';
import { Calendar } from '#database/entities/calendar.entity.js';
import { CalendarAssignment } from '#database/entities/calendar-assignment.entity.js';
import { CalendarVersion } from '#database/entities/calendar-version.entity.js';
import { Department } from '#database/entities/department.entity.js';
import type { Tx } from '#database/transaction.js';
import { CITY_CALENDAR } from './city-calendar.js';
import { demoId } from './demo-id.js';
import { DEMO_DEPARTMENTS } from './departments.js';

const DAYS_BEFORE = 365;

/** One calendar that the departments of the demo follow, since before the first of their dialogues. */
export async function writeCalendar(tx: Tx, now: Date): Promise<void> {
  const { slug, name, timeZone, weekly, days } = CITY_CALENDAR;
  const id = demoId('calendar', slug);
  const createdAt = new Date(now.getTime() - DAYS_BEFORE * 86_400_000);
  await tx.insert(Calendar, { id, slug, nameEn: name.en, nameZh: name.zh, version: 1, isForAll: true, createdAt });
  const why = 'Laid out with the demo';
  const said = { timeZone, weekly, holidays: null, days, why, createdBy: null };
  await tx.insert(CalendarVersion, { calendarId: id, version: 1, ...said, createdAt });
  const theirs = { slug: In(DEMO_DEPARTMENTS.map((department) => department.slug)), calendarId: IsNull() };
  const departments = await tx.findBy(Department, theirs);
  await tx.update(Department, theirs, { calendarId: id });
  const followed = { calendarId: id, assignedAt: createdAt, assignedBy: null };
  await tx.insert(
    CalendarAssignment,
    departments.map((department) => ({ departmentId: department.id, ...followed })),
  );
}
