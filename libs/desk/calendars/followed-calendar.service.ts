import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '#database/entities/calendar.entity.js';
import { Department } from '#database/entities/department.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import { mayOnCalendar } from '#domain/deadlines/calendar.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import type { ProposedCalendar } from '../conversations/calendar-versions.queries.js';
import { calendarBySlug, calendarVersion } from './calendar.queries.js';
import { archived, factsOf, missingCalendar, notShared, recordCalendar } from './calendar-record.js';

/** Which calendar a department follows, from when on. */
@Injectable()
export class FollowedCalendarService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  /** `seen`: what the caller saw it follow; another one meanwhile is a stale version. */
  async follow(
    actor: Actor,
    departmentSlug: string,
    { calendar: slug, seen }: { calendar: string | null; seen: string | null },
  ): Promise<void> {
    await transaction(this.dataSource, async (tx) => {
      // The calendar before the department, as a change of the calendar does it.
      const calendar = await lockCalendar(tx, slug);
      const department = await lockDepartment(tx, actor, departmentSlug);
      if (department.calendarId === (calendar?.id ?? null)) return;
      if (slug !== null) await assertShared(tx, actor, slug);
      await assertSeen(tx, department, seen);
      const at = this.clock.now();
      await tx.update(Department, { id: department.id }, { calendarId: calendar?.id ?? null });
      await noteSince(tx, { departmentId: department.id, calendarId: calendar?.id ?? null, at, by: actor.officerId });
      await recordCalendar(tx, { actor, departmentIds: [department.id], calendar, at });
    });
    this.nudge.nudge();
  }

  /** What the department would follow then; whoever may not choose it is refused here too. */
  async proposed(actor: Actor, departmentSlug: string, slug: string | null): Promise<ProposedCalendar> {
    const tx = this.dataSource.manager;
    const department = chosenFor(actor, await tx.findOneBy(Department, { slug: departmentSlug }));
    const departmentIds = [department.id];
    if (slug === null) return { departmentIds, calendarId: null, version: null, calendar: null };
    const row = await calendarBySlug(tx, slug);
    if (row && row.id !== department.calendarId) await assertShared(tx, actor, slug);
    const newest = row && (await calendarVersion(tx, { calendarId: row.id, version: row.version }));
    if (!newest) throw missingCalendar();
    return { departmentIds, calendarId: row.id, version: newest.version, calendar: newest };
  }
}

/** Read once more under the lock of the calendar: who follows it decides who may share it. */
async function assertShared(tx: Tx, actor: Actor, slug: string): Promise<void> {
  const row = await calendarBySlug(tx, slug);
  if (!row) throw missingCalendar();
  if (row.archivedAt) throw archived();
  if (!mayOnCalendar(actor, 'share', factsOf(row))) throw notShared();
}

async function lockCalendar(tx: Tx, slug: string | null): Promise<Calendar | null> {
  if (slug === null) return null;
  const calendar = await tx.findOne(Calendar, { where: { slug }, lock: { mode: 'pessimistic_write' } });
  if (!calendar) throw missingCalendar();
  return calendar;
}

async function lockDepartment(tx: Tx, actor: Actor, slug: string): Promise<Department> {
  return chosenFor(actor, await tx.findOne(Department, { where: { slug }, lock: { mode: 'for_no_key_update' } }));
}

function chosenFor(actor: Actor, department: Department | null): Department {
  if (!department) throw new Refusal('not-found', { detail: 'There is no such department.' });
  if (mayOnCalendar(actor, 'follow', { departmentIds: [department.id], madeBy: null, isForAll: false }))
    return department;
  throw new Refusal('forbidden', { detail: 'Supervisors of the department choose its calendar.' });
}

async function assertSeen(tx: Tx, { calendarId }: Department, seen: string | null): Promise<void> {
  const current = calendarId ? (await tx.findOneByOrFail(Calendar, { id: calendarId })).slug : null;
  if (current === seen) return;
  throw new Refusal('stale-version', {
    detail: 'The department has been given another calendar in the meantime.',
    current: { calendar: current },
  });
}

/** Two within a millisecond still have an order. */
async function noteSince(
  tx: Tx,
  { departmentId, calendarId, at, by }: { departmentId: string; calendarId: string | null; at: Date; by: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO calendar_assignment (department_id, calendar_id, assigned_at, assigned_by)
     SELECT $1::uuid, $2::uuid, greatest($3::timestamptz, max(assigned_at) + interval '1 millisecond'), $4::uuid FROM calendar_assignment WHERE department_id = $1`,
    [departmentId, calendarId, at, by],
  );
}
