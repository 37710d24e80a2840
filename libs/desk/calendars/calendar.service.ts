import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { CalendarDraft, changeCalendarSchema, createCalendarSchema } from '#contracts/calendars.http.js';
import { Calendar } from '#database/entities/calendar.entity.js';
import { CalendarVersion } from '#database/entities/calendar-version.entity.js';
import { postgresCodeOf, type Tx, transaction } from '#database/transaction.js';
import { mayOnCalendar } from '#domain/deadlines/calendar.permissions.js';
import type { DatedDay } from '#domain/deadlines/calendar-days.js';
import { type Actor, isAdministrator } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import type { ProposedCalendar } from '../conversations/calendar-versions.queries.js';
import { calendarBySlug } from './calendar.queries.js';
import { archived, factsOf, lockForEdit, missingCalendar, notTheirs, recordCalendar } from './calendar-record.js';
import { materialisedDays, yearsAround } from './materialised-days.js';

type Create = z.infer<typeof createCalendarSchema>;
export type Change = z.infer<typeof changeCalendarSchema>;

const UNIQUE_VIOLATION = '23505';

/** Every change is a new version; what was promised under an earlier one stays explained by it. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  /** Followed by no department yet. */
  async create(actor: Actor, draft: Create): Promise<void> {
    if (!mayOnCalendar(actor, 'create', { departmentIds: [], madeBy: null, isForAll: false })) {
      throw new Refusal('forbidden', { detail: 'Calendars are made by supervisors and administrators.' });
    }
    const days = await materialisedDays(draft, yearsAround(this.clock.now()));
    await unlessTaken(() =>
      transaction(this.dataSource, async (tx) => {
        const earlier = await tx.findOneBy(Calendar, { id: draft.id });
        if (earlier) return assertSame(tx, earlier, { draft, actor });
        const { id, slug, name } = draft;
        const createdAt = this.clock.now();
        await tx.insert(Calendar, {
          id,
          slug,
          nameEn: name.en,
          nameZh: name.zh,
          version: 1,
          isForAll: isAdministrator(actor),
          createdAt,
        });
        await writeVersion(tx, { actor, draft, days, calendarId: id, version: 1, at: createdAt });
      }),
    );
  }

  /** Throws `stale-version` where somebody else was faster. */
  async change(actor: Actor, slug: string, draft: Change): Promise<void> {
    // Worked out before the lock is taken: it takes up to a second.
    await transaction(this.dataSource, (tx) => lockForEdit(tx, actor, { slug, version: draft.version }));
    const days = await materialisedDays(draft, yearsAround(this.clock.now()));
    await transaction(this.dataSource, async (tx) => {
      const { calendar, departmentIds } = await lockForEdit(tx, actor, { slug, version: draft.version });
      const { id } = calendar;
      const version = calendar.version + 1;
      // One instant for both: what ended after it is what the fact moves.
      const at = this.clock.now();
      await writeVersion(tx, { actor, draft, days, calendarId: id, version, at });
      await tx.update(Calendar, { id }, { version, nameEn: draft.name.en, nameZh: draft.name.zh });
      await recordCalendar(tx, { actor, departmentIds, calendar: { id, version }, at });
    });
    this.nudge.nudge();
  }

  /** What those that follow it would follow after a change; whoever may not change it is refused here too. */
  async proposed(actor: Actor, slug: string, draft: CalendarDraft): Promise<ProposedCalendar> {
    const row = await calendarBySlug(this.dataSource.manager, slug);
    if (!row) throw missingCalendar();
    const { departmentIds, ...facts } = factsOf(row);
    if (!mayOnCalendar(actor, 'edit', { departmentIds, ...facts })) throw notTheirs();
    if (row.archivedAt) throw archived();
    const days = await materialisedDays(draft, yearsAround(this.clock.now()));
    const { timeZone, weekly } = draft;
    return { departmentIds, calendarId: row.id, version: row.version + 1, calendar: { timeZone, weekly, days } };
  }
}

async function writeVersion(
  tx: Tx,
  written: {
    actor: Actor;
    draft: Omit<Change, 'version'>;
    days: DatedDay[];
    calendarId: string;
    version: number;
    at: Date;
  },
): Promise<void> {
  const { actor, draft, days, calendarId, version, at } = written;
  const { timeZone, holidays, why } = draft;
  const weekly = draft.weekly.toSorted((a, b) => a.weekday - b.weekday || a.from - b.from);
  const made = { createdBy: actor.officerId, createdAt: at };
  await tx.insert(CalendarVersion, { calendarId, version, timeZone, weekly, holidays, days, why, ...made });
}

async function unlessTaken(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (postgresCodeOf(error) !== UNIQUE_VIOLATION) throw error;
    const reason = 'is taken by another calendar';
    throw new Refusal('invalid', { detail: `The short name ${reason}.`, errors: [{ field: 'slug', reason }] });
  }
}

/** The same order again, as after a lost answer. */
async function assertSame(tx: Tx, earlier: Calendar, { draft, actor }: { draft: Create; actor: Actor }): Promise<void> {
  const { createdBy } = await tx.findOneByOrFail(CalendarVersion, { calendarId: earlier.id, version: 1 });
  if (createdBy === actor.officerId && earlier.slug === draft.slug) return;
  throw new Refusal('invalid', { errors: [{ field: 'id', reason: 'is taken' }] });
}
