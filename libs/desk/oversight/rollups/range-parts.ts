import { addDays } from '#domain/deadlines/calendar-days.js';

/** Local dates, both inclusive; null: without that bound. */
export interface AskedRange {
  from: string | null;
  to: string | null;
}

/** Local dates, both inclusive. */
export interface DateRange {
  from: string;
  to: string;
}

export interface RangeParts {
  /** The first and the last whole month, by the days with which they begin. */
  months: AskedRange;
  /** Not of these months. */
  notMonths: readonly string[];
  /** What is left, day by day. */
  days: DateRange[];
}

/** A range as whole months that are rolled up, and the days that are left. `stale`: the months that are not, in order. */
export function monthsAndDays({ from, to }: AskedRange, stale: readonly string[]): RangeParts {
  const months = { from: from && firstWhole(from), to: to && lastWhole(to) };
  if (from && to && months.from && months.to && months.from > months.to)
    return { months, notMonths: [], days: [{ from, to }] };
  const notMonths = stale.filter(
    (start) => (!months.from || start >= months.from) && (!months.to || start <= months.to),
  );
  const afterLast = months.to && nextMonth(months.to);
  const before = from && months.from && from < months.from ? [{ from, to: addDays(months.from, -1) }] : [];
  const after = to && afterLast && afterLast <= to ? [{ from: afterLast, to }] : [];
  const between = notMonths.map((start) => ({ from: start, to: addDays(nextMonth(start), -1) }));
  return { months, notMonths, days: joined([...before, ...between, ...after]) };
}

/** Those of the dates, in order, that lie in one of the ranges. */
export function datesIn(ranges: readonly DateRange[], dates: readonly string[]): DateRange[] {
  const inside = dates.filter((date) => ranges.some(({ from, to }) => from <= date && date <= to));
  return joined(inside.map((date) => ({ from: date, to: date })));
}

function firstWhole(date: string): string {
  return date.endsWith('-01') ? date : nextMonth(monthOf(date));
}

function lastWhole(date: string): string {
  const start = monthOf(date);
  return addDays(date, 1) === nextMonth(start) ? start : monthOf(addDays(start, -1));
}

const monthOf = (date: string): string => `${date.slice(0, 8)}01`;

const nextMonth = (start: string): string => monthOf(addDays(start, 31));

/** Neighbours are read as one. */
function joined(ranges: readonly DateRange[]): DateRange[] {
  const found: DateRange[] = [];
  for (const range of ranges) {
    const last = found.at(-1);
    if (last && addDays(last.to, 1) === range.from) last.to = range.to;
    else found.push({ ...range });
  }
  return found;
}
