import { DateTime } from 'luxon';
import { OperatorProblem } from '../operator-problem.js';
import { RejectedRow } from './rejected-row.js';

/** `2019/4/24 16:03:40`, `2019-04-24 16:03`, `2019年4月24日 16:03`, ISO 8601 with or without offset; a date alone. */
const WRITTEN =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

interface Reading {
  field: string;
  zone: string;
  /** What it cannot be before, and what it cannot be after. */
  after?: Date;
  before?: Date;
}

/**
 * The instant that a clock in the zone showed so; an offset in the text goes before the zone. A date alone may be any time
 * of that day: it is read as the middle of what the day leaves between `after` and `before`, and so is wrong by half a day at
 * the most, early as often as late. Throws `RejectedRow`.
 */
export function instantFrom(written: string, { field, zone, after, before }: Reading): Date {
  const text = written.trim();
  const parts = WRITTEN.exec(text);
  if (!parts) throw new RejectedRow(`${field}: "${shown(text)}" is not a time such as 2019-04-24 16:03`);
  const [, year, month, day, hour, minute = '0', second = '0', fraction = '0', offset] = parts;
  const clock = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? '0'),
    minute: Number(minute),
    second: Number(second),
    millisecond: Math.floor(Number(`0.${fraction}`) * 1_000),
  };
  const at = DateTime.fromObject(clock, { zone: offset ? zoneOf(offset) : zone });
  // A time that the clocks skipped in spring is moved by luxon instead of refused.
  const exists = at.isValid && at.day === clock.day && at.hour === clock.hour && at.minute === clock.minute;
  if (at.isValid && !hour) return middleOf(at, { after, before });
  if (!exists) throw new RejectedRow(`${field}: "${shown(text)}" does not exist${offset ? '' : ` in ${zone}`}`);
  return at.toJSDate();
}

function middleOf(day: DateTime, { after, before }: Pick<Reading, 'after' | 'before'>): Date {
  const begins = day.startOf('day').toMillis();
  const ends = day.plus({ days: 1 }).startOf('day').toMillis();
  const from = Math.max(begins, after?.getTime() ?? begins);
  const to = Math.min(ends, before?.getTime() ?? ends);
  // A day that lies outside as a whole: whoever asked finds that out.
  return new Date(Math.floor(from < to ? (from + to) / 2 : (begins + ends) / 2));
}

export function checkTimeZone(zone: string): string {
  if (DateTime.local({ zone }).isValid) return zone;
  throw new OperatorProblem(`There is no time zone "${zone}": name one such as Asia/Shanghai or Europe/Vienna.`);
}

const LONGEST_SHOWN = 40;
const shown = (text: string) => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);

function zoneOf(offset: string): string {
  return /^z$/i.test(offset) ? 'utc' : `UTC${offset.slice(0, 3)}:${offset.slice(-2)}`;
}
