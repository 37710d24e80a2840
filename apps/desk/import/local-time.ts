import { DateTime } from 'luxon';
import { OperatorProblem } from '../operator-problem.js';
import { RejectedRow } from './rejected-row.js';

/**
 * `2019/4/24 16:03:40`, `2019-04-24 16:03`, `2019年4月24日 16:03`, ISO 8601 with or without offset. A date alone is its
 * midnight: spreadsheets leave 0:00:00 out.
 */
const WRITTEN =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** The instant that a clock in the zone showed so; an offset in the text goes before the zone. Throws `RejectedRow`. */
export function instantFrom(written: string, { field, zone }: { field: string; zone: string }): Date {
  const text = written.trim();
  const parts = WRITTEN.exec(text);
  if (!parts) throw new RejectedRow(`${field}: "${shown(text)}" is not a time such as 2019-04-24 16:03`);
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', offset] = parts;
  const clock = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: Math.floor(Number(`0.${fraction}`) * 1_000),
  };
  const at = DateTime.fromObject(clock, { zone: offset ? zoneOf(offset) : zone });
  // A time that the clocks skipped in spring is moved by luxon instead of refused.
  const exists = at.isValid && at.day === clock.day && at.hour === clock.hour && at.minute === clock.minute;
  if (!exists) throw new RejectedRow(`${field}: "${shown(text)}" does not exist${offset ? '' : ` in ${zone}`}`);
  return at.toJSDate();
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
