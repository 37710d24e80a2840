export const IMPORT_REASON_CODES = [
  'not-text',
  'empty',
  'no-heading',
  'not-csv',
  'not-ical',
  'too-many',
  'no-day',
  'date',
  'name',
  'no-begin',
  'no-end',
  'from',
  'to',
  'order',
  'contradicts',
  'repeats',
  'overlaps',
  'stretches',
  'no-start',
  'too-long',
  'no-workday',
  'zone',
  'recurrence',
] as const;
export type ImportReason = (typeof IMPORT_REASON_CODES)[number];

/** Why a line of a file of exceptions cannot be taken, in English; consoles translate by code. `{detail}` is what it says. */
const IMPORT_REASONS: Record<ImportReason, string> = {
  'not-text': 'the file is no text',
  empty: 'the file is empty',
  'no-heading': 'the first line has to name the columns: date,name,from,to',
  'not-csv': 'the file is not comma-separated from here on',
  'not-ical': 'the file is no iCalendar',
  'too-many': 'the file holds more than {detail} days',
  'no-day': 'the file holds no day',
  date: '"{detail}" is no date such as 2026-02-14',
  name: 'the name is longer than {detail} characters',
  'no-begin': 'it ends but does not begin',
  'no-end': 'it begins but does not end',
  from: '"{detail}" is no time of day such as 9:00',
  to: '"{detail}" is no time such as 18:00, or 26:00 for two in the night after',
  order: 'it ends before it begins: past midnight, write 26:00 for two in the night',
  contradicts: 'line {detail} says otherwise of this date',
  repeats: 'line {detail} says the same of this date',
  overlaps: 'it overlaps or touches the hours of line {detail}',
  stretches: 'a day has {detail} stretches at the most',
  'no-start': 'the event does not say when it begins',
  'too-long': 'the event lasts too long',
  'no-workday': 'it says that a day is worked, but the week has no hours to work',
  zone: 'the time zone "{detail}" is not known',
  recurrence: 'it repeats, but not simply on the same date every year: write each date as an event',
};

export interface RefusedRow {
  line: number;
  code: ImportReason;
  /** What the file says, or a limit; shortened. */
  detail: string;
}

const SHOWN = 40;

export function refusedRow(line: number, code: ImportReason, detail: string | number = ''): RefusedRow {
  return { line, code, detail: String(detail).slice(0, SHOWN) };
}

export function reasonOf({ code, detail }: RefusedRow): string {
  return IMPORT_REASONS[code].replace('{detail}', () => detail);
}
