import { type DatedDay, isDate, type Stretch } from './calendar-days.js';
import { type RefusedRow, refusedRow } from './import-refusals.js';
import { joined } from './joined.js';

/** A line of a file of exceptions: one stretch of a date, or that it is off. */
export interface ExceptionRow {
  line: number;
  date: string;
  name: { en: string; zh: string };
  /** As it was written: "9:00", "26:00", "closed", or nothing. */
  from: string;
  to: string;
}

export type ImportedDay = DatedDay & { line: number };

const NAME_LIMIT = 120;
const LAST_MINUTE = 2_880;
const INTERVALS_PER_DAY = 6;
const CLOSED = /^(closed|off|休|休息|放假)$/i;
const TIME = /^(\d{1,2})[:：.](\d{2})(?:[:：.]00)?$/;
const WRITTEN_DATE = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/;

/** Lines of the same date make one day. What cannot be read is refused with its line; nothing is guessed. */
export function exceptionDays(rows: readonly ExceptionRow[]): { days: ImportedDay[]; refused: RefusedRow[] } {
  const days = new Map<string, ImportedDay>();
  const refused: RefusedRow[] = [];
  for (const row of rows) {
    const read = readRow(row);
    const day = 'code' in read ? read : merged(days.get(read.date), read);
    if ('code' in day) refused.push(day);
    else days.set(day.date, day);
  }
  return { days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)), refused };
}

function readRow({ line, date: written, name, from, to }: ExceptionRow): ImportedDay | RefusedRow {
  const date = readDate(written);
  if (date === null) return refusedRow(line, 'date', written);
  if (name.en.length > NAME_LIMIT || name.zh.length > NAME_LIMIT) return refusedRow(line, 'name', NAME_LIMIT);
  const intervals = readStretch(line, from.trim(), to.trim());
  if ('code' in intervals) return intervals;
  const named = name.en || name.zh ? name : null;
  return { line, date, name: named, intervals, origin: 'exception' };
}

function readDate(written: string): string | null {
  const [, year, month = '', day = ''] = WRITTEN_DATE.exec(written.trim()) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}

/** None: off. */
function readStretch(line: number, from: string, to: string): Stretch[] | RefusedRow {
  if ((!from && !to) || CLOSED.test(from) || (!from && CLOSED.test(to))) return [];
  if (!from) return refusedRow(line, 'no-begin');
  if (!to) return refusedRow(line, 'no-end');
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  if (begins === null || begins >= LAST_MINUTE / 2) return refusedRow(line, 'from', from);
  if (ends === null) return refusedRow(line, 'to', to);
  return begins < ends ? [{ from: begins, to: ends }] : refusedRow(line, 'order');
}

function minutesOf(text: string): number | null {
  const [, hours, minutes] = TIME.exec(text) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && total <= LAST_MINUTE ? total : null;
}

/** A second line of a date adds hours to it; it can neither close nor open what the first said, nor overlap it. */
function merged(earlier: ImportedDay | undefined, day: ImportedDay): ImportedDay | RefusedRow {
  if (!earlier) return day;
  const refuse = (code: RefusedRow['code'], detail: number = earlier.line) => refusedRow(day.line, code, detail);
  const intervals = [...earlier.intervals, ...day.intervals];
  const isClosed = [earlier, day].some((one) => one.intervals.length === 0);
  if (isClosed) return refuse(intervals.length > 0 ? 'contradicts' : 'repeats');
  if (joined(intervals).length < intervals.length) return refuse('overlaps');
  if (intervals.length > INTERVALS_PER_DAY) return refuse('stretches', INTERVALS_PER_DAY);
  return { ...earlier, name: earlier.name ?? day.name, intervals: joined(intervals) };
}
