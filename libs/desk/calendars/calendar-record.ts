import { Calendar } from '#database/entities/calendar.entity.js';
import { CalendarVersion } from '#database/entities/calendar-version.entity.js';
import type { Tx } from '#database/transaction.js';
import { type CalendarFacts, mayOnCalendar } from '#domain/deadlines/calendar.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { departmentsFollowing } from '../conversations/calendar-versions.queries.js';
import { byOfficer, record } from '../conversations/conversation-record.js';
import type { CalendarRecord } from './calendar.queries.js';

/** What decides who may do what with it. */
export function factsOf({ departments, madeBy, isForAll }: CalendarRecord): CalendarFacts {
  return { departmentIds: departments.map(({ id }) => id), madeBy, isForAll };
}

/** Locks the calendar, so that neither another change nor another department comes in between. */
export async function lockForEdit(
  tx: Tx,
  actor: Actor,
  { slug, version }: { slug: string; version: number },
): Promise<{ calendar: Calendar; departmentIds: string[] }> {
  const calendar = await tx.findOne(Calendar, { where: { slug }, lock: { mode: 'pessimistic_write' } });
  if (!calendar) throw missingCalendar();
  const departmentIds = await departmentsFollowing(tx, calendar.id);
  const first = await tx.findOneByOrFail(CalendarVersion, { calendarId: calendar.id, version: 1 });
  const { isForAll, archivedAt } = calendar;
  if (!mayOnCalendar(actor, 'edit', { departmentIds, madeBy: first.createdBy, isForAll })) throw notTheirs();
  if (archivedAt) throw archived();
  if (calendar.version === version) return { calendar, departmentIds };
  throw new Refusal('stale-version', {
    detail: 'The calendar has changed since you looked at it.',
    current: { version: calendar.version },
  });
}

/** One fact per department: the deadlines of each are worked out again. */
export function recordCalendar(
  tx: Tx,
  changed: {
    actor: Actor;
    departmentIds: readonly string[];
    calendar: { id: string; version: number } | null;
    at: Date;
  },
): Promise<void> {
  const { actor, departmentIds, calendar, at } = changed;
  return record(
    tx,
    departmentIds.map((departmentId) => ({
      type: 'calendar.changed',
      conversationId: null,
      departmentId,
      version: null,
      actor: byOfficer(actor),
      payload: { calendarId: calendar?.id ?? null, version: calendar?.version ?? null },
      at,
    })),
  );
}

export function missingCalendar(): Refusal {
  return new Refusal('not-found', { detail: 'There is no such calendar.' });
}

export function archived(): Refusal {
  return new Refusal('wrong-state', { detail: 'The calendar is archived: it has to be brought back first.' });
}

export function notShared(): Refusal {
  return new Refusal('forbidden', {
    detail:
      'Other departments keep this calendar and could no longer change it themselves: an administrator has to share it.',
  });
}

export function notTheirs(): Refusal {
  return new Refusal('forbidden', {
    detail:
      'A calendar is changed by who leads every department that follows it; one that is kept for all, by administrators.',
  });
}
