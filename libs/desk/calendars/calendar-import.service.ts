import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CalendarDraft, EXCEPTIONS_LIMIT, type Exception, type ImportResult } from '#contracts/calendars.http.js';
import { transaction } from '#database/transaction.js';
import type { DatedDay } from '#domain/deadlines/calendar-days.js';
import { exceptionDays, type ImportedDay } from '#domain/deadlines/exception-rows.js';
import { type RefusedRow, reasonOf, refusedRow } from '#domain/deadlines/import-refusals.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import type { ProposedCalendar } from '../conversations/calendar-versions.queries.js';
import { calendarBySlug, calendarVersion, type WholeVersionRecord } from './calendar.queries.js';
import { CalendarService } from './calendar.service.js';
import { dayView } from './calendar.view.js';
import { lockForEdit, missingCalendar } from './calendar-record.js';
import { csvExceptions } from './csv-exceptions.js';
import { icalExceptions, type Place } from './ical-exceptions.js';
import { yearsAround } from './materialised-days.js';
import { type ReadFile, unread } from './read-file.js';
import { textOf } from './text-of-file.js';

export interface ImportedFile {
  kind: 'csv' | 'ical';
  bytes: Buffer;
}

type Said = Pick<WholeVersionRecord, 'timeZone' | 'weekly'>;

type DryRun = Omit<ImportResult, 'calendar' | 'moves'> & {
  /** What those that follow the calendar would follow then; null where the file cannot be taken. */
  proposed: ProposedCalendar | null;
};

interface Order {
  slug: string;
  version: number;
  file: ImportedFile;
}

/** Exceptions from a file: all of them, or none and the lines that stand against it. */
@Injectable()
export class CalendarImportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly calendars: CalendarService,
  ) {}

  /** What the file would bring; changes nothing. */
  async dryRun(actor: Actor, order: Order): Promise<DryRun> {
    const { days, refused, earlier } = await this.read(actor, order);
    const draft = draftOf(earlier, days);
    const isTaken = refused.length === 0 && days.length > 0 && draft.exceptions.length <= EXCEPTIONS_LIMIT;
    return {
      proposed: isTaken ? await this.calendars.proposed(actor, order.slug, draft) : null,
      days: importedViews(days, earlier.days),
      refused: refused.map((row) => ({ ...row, reason: reasonOf(row) })),
    };
  }

  /** Throws `invalid` with every refused line. */
  async apply(actor: Actor, order: Order & { why: string }): Promise<ImportResult['days']> {
    const { days, refused, earlier } = await this.read(actor, order);
    if (refused.length > 0) throw refusedLines(refused);
    if (days.length === 0) throw refusedLines([refusedRow(1, 'no-day')]);
    const draft = draftOf(earlier, days);
    if (draft.exceptions.length > EXCEPTIONS_LIMIT) throw refusedLines([refusedRow(1, 'too-many', EXCEPTIONS_LIMIT)]);
    const { version, why } = order;
    await this.calendars.change(actor, order.slug, { version, ...draft, why });
    return importedViews(days, earlier.days);
  }

  private async read(actor: Actor, { slug, version, file }: Order) {
    await transaction(this.dataSource, (tx) => lockForEdit(tx, actor, { slug, version }));
    const row = await calendarBySlug(this.dataSource.manager, slug);
    const said = row && (await calendarVersion(this.dataSource.manager, { calendarId: row.id, version }));
    if (!said) throw missingCalendar();
    const { rows, refused } = this.readFile(file, said);
    const found = exceptionDays(rows);
    const all = [...refused, ...found.refused].sort((a, b) => a.line - b.line);
    return { days: found.days, refused: all, earlier: { ...said, name: { en: row.nameEn, zh: row.nameZh } } };
  }

  private readFile({ kind, bytes }: ImportedFile, said: Said): ReadFile {
    const text = textOf(bytes);
    if (text === null) return unread(refusedRow(1, 'not-text'));
    return kind === 'csv' ? csvExceptions(text) : icalExceptions(text, this.placeOf(said));
  }

  /** A day that is worked is worked as the first day of the week that is. */
  private placeOf({ timeZone, weekly }: Said): Place {
    const first = Math.min(...weekly.map(({ weekday }) => weekday));
    const { from, to } = yearsAround(this.clock.now());
    const workday = weekly
      .filter(({ weekday }) => weekday === first)
      .map((interval) => ({ from: interval.from, to: interval.to }));
    return { timeZone, workday, from: `${from}-01-01`, to: `${to}-12-31` };
  }
}

function importedViews(days: readonly ImportedDay[], earlier: readonly DatedDay[]): ImportResult['days'] {
  const origins = new Map(earlier.map((day) => [day.date, day.origin]));
  return days.map(({ line, ...day }) => ({ ...dayView(day), line, replaces: origins.get(day.date) ?? null }));
}

/** The calendar as it was, with the days of the file. */
function draftOf(
  { name, timeZone, weekly, holidays, days }: WholeVersionRecord & Pick<CalendarDraft, 'name'>,
  imported: readonly ImportedDay[],
): CalendarDraft {
  return { name, timeZone, weekly, holidays, exceptions: withImported(days, imported) };
}

function withImported(days: readonly DatedDay[], imported: readonly ImportedDay[]): Exception[] {
  const own = days.filter(({ origin }) => origin === 'exception');
  const byDate = new Map<string, Exception>();
  for (const { date, name, intervals } of [...own, ...imported])
    byDate.set(date, { date, name, intervals: [...intervals] });
  return [...byDate.values()];
}

function refusedLines(refused: readonly RefusedRow[]): Refusal {
  const [first] = refused;
  return new Refusal('invalid', {
    detail: first && `Nothing was imported: line ${first.line}: ${reasonOf(first)}.`,
    errors: refused.slice(0, 100).map((row) => ({ field: `line ${row.line}`, reason: reasonOf(row) })),
  });
}
