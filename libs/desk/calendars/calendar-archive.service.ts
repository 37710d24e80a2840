import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '#database/entities/calendar.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import { mayOnCalendar } from '#domain/deadlines/calendar.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { type CalendarRecord, calendarBySlug } from './calendar.queries.js';
import { factsOf, missingCalendar, notTheirs } from './calendar-record.js';

/** Out of what is offered, and back. Its versions stay, and so does what was measured by them. */
@Injectable()
export class CalendarArchiveService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Throws `wrong-state` with those that follow it. Done already, it stays as it is. */
  async archive(actor: Actor, slug: string): Promise<void> {
    await transaction(this.dataSource, async (tx) => {
      const { id, departments, archivedAt } = await lockTheirs(tx, actor, slug);
      if (archivedAt) return;
      if (departments.length > 0) throw stillFollowed(departments);
      await tx.update(Calendar, { id }, { archivedAt: this.clock.now(), archivedBy: actor.officerId });
    });
  }

  async restore(actor: Actor, slug: string): Promise<void> {
    await transaction(this.dataSource, async (tx) => {
      const { id } = await lockTheirs(tx, actor, slug);
      await tx.update(Calendar, { id }, { archivedAt: null, archivedBy: null });
    });
  }
}

/** Locked first, as whoever follows it does: nobody begins to in between. */
async function lockTheirs(tx: Tx, actor: Actor, slug: string): Promise<CalendarRecord> {
  await tx.findOne(Calendar, { where: { slug }, lock: { mode: 'pessimistic_write' } });
  const row = await calendarBySlug(tx, slug);
  if (!row) throw missingCalendar();
  if (!mayOnCalendar(actor, 'archive', factsOf(row))) throw notTheirs();
  return row;
}

function stillFollowed(departments: CalendarRecord['departments']): Refusal {
  const named = departments.map(({ slug, nameEn, nameZh }) => ({ slug, name: { en: nameEn, zh: nameZh } }));
  return new Refusal('wrong-state', {
    detail: `Departments follow this calendar: ${departments.map(({ nameEn }) => nameEn).join(', ')}.`,
    current: { departments: named },
  });
}
