/** A month of UTC as `2026-11`. */
export type Month = string;

const MONTH = /^(20\d\d)-(0[1-9]|1[0-2])$/;

export function isMonth(text: unknown): text is Month {
  return typeof text === 'string' && MONTH.test(text);
}

/** The month of the last day that is over. */
export function lastMonth(now: Date): Month {
  return dayBefore(today(now)).slice(0, 7);
}

/** As `2026-11-24`. */
export function today(now: Date): string {
  return now.toISOString().slice(0, 10);
}

export function monthsAfter(month: Month, n: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + n, 1)).toISOString().slice(0, 7);
}

/** Its days that are over: from the first one until before the second. */
export function daysOf(month: Month, now: Date): { from: string; until: string } {
  const end = `${monthsAfter(month, 1)}-01`;
  const over = today(now);
  return { from: `${month}-01`, until: over < end ? over : end };
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
