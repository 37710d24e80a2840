import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CalendarList, CalendarVersionView, CalendarView } from '#contracts/calendars.http.js';
import { mayOnCalendar } from '#domain/deadlines/calendar.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import {
  type CalendarRecord,
  calendarBySlug,
  calendars,
  calendarVersion,
  calendarVersions,
} from './calendar.queries.js';
import { calendarSummaryView, calendarVersionView, calendarView } from './calendar.view.js';
import { missingCalendar } from './calendar-record.js';
import { holidayRegions } from './holiday-almanac.js';

/** What PostgreSQL's integer holds. */
const LAST_VERSION = 2_147_483_647;

/** When departments work is told to everybody on staff. */
@Injectable()
export class CalendarReadingService {
  constructor(private readonly dataSource: DataSource) {}

  async all(actor: Actor): Promise<CalendarList> {
    const rows = await calendars(this.dataSource.manager);
    return {
      items: rows.map((row) => calendarSummaryView(row, actor)),
      mayCreate: mayOnCalendar(actor, 'create', { departmentIds: [], madeBy: null, isForAll: false }),
    };
  }

  async one(actor: Actor, slug: string): Promise<CalendarView> {
    const row = await this.found(slug);
    const { days } = await this.versionOf(row, row.version);
    const versions = await calendarVersions(this.dataSource.manager, row.id);
    return calendarView({ row, days, versions }, actor);
  }

  async version(slug: string, version: number): Promise<CalendarVersionView> {
    if (version < 1 || version > LAST_VERSION) throw missingCalendar();
    return calendarVersionView(await this.versionOf(await this.found(slug), version));
  }

  regions(of: { country?: string | undefined; state?: string | undefined }): Promise<{ code: string; name: string }[]> {
    return holidayRegions(of);
  }

  private async found(slug: string): Promise<CalendarRecord> {
    const row = await calendarBySlug(this.dataSource.manager, slug);
    if (!row) throw missingCalendar();
    return row;
  }

  private async versionOf({ id }: CalendarRecord, version: number) {
    const record = await calendarVersion(this.dataSource.manager, { calendarId: id, version });
    if (!record) throw missingCalendar();
    return record;
  }
}
