/**
 * Words that no text holds, added to each entry's own: the department, and the department and the desk by month and by
 * day. One look into the index answers both "which texts" and "whose and when", so that a word of which the history is
 * full need not be fetched a hundred thousand times to show the newest fifty. They only make it fast: what may be seen is
 * decided by the row's department.
 */
export function scopeWordsOf({ departmentId, at }: { departmentId: string; at: Date }): string[] {
  const [day, month] = [dayOf(at), monthOf(at)];
  const department = shortOf(departmentId);
  return [department, `${department}/${month}`, `${department}/${day}`, `/${month}`, `/${day}`];
}

/** More departments than this are looked for by time alone and then by their rows. */
const MOST_NAMED = 6;

export interface TimeWindow {
  /** Of entries' times; null: no limit. */
  from: Date | null;
  to: Date | null;
  /** One of these is in each entry of the window; none: they do not narrow it. */
  words: readonly string[];
}

const DAY_MS = 86_400_000;
/** How far the windows reach back, each from the last; then comes all that is older. */
const DAYS = [2, 15];
const MONTHS = 3;

/**
 * From the newest to the oldest, without gap or overlap: days, months, everything. Whoever reads them in this order may
 * stop at the first that has enough.
 */
export function windowsBefore(newest: Date, departmentIds: readonly string[]): TimeWindow[] {
  const windows: TimeWindow[] = [];
  let to = startOfDay(newest.getTime() + DAY_MS);
  for (const days of DAYS) {
    const from = new Date(to.getTime() - days * DAY_MS);
    windows.push({ from, to, words: scoped(departmentIds, daysBetween(from, to)) });
    to = from;
  }
  const from = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() - MONTHS, 1));
  windows.push({ from, to, words: scoped(departmentIds, monthsBetween(from, to)) });
  windows.push({ from: null, to: from, words: isNamed(departmentIds) ? departmentIds.map(shortOf) : [] });
  return windows;
}

function scoped(departmentIds: readonly string[], times: readonly string[]): string[] {
  const whose = isNamed(departmentIds) ? departmentIds.map(shortOf) : [''];
  return whose.flatMap((department) => times.map((time) => `${department}/${time}`));
}

function daysBetween(from: Date, to: Date): string[] {
  const days: string[] = [];
  for (let at = from.getTime(); at < to.getTime(); at += DAY_MS) days.push(dayOf(new Date(at)));
  return days;
}

function monthsBetween(from: Date, to: Date): string[] {
  const months: string[] = [];
  for (let at = from; at < to; at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1))) {
    months.push(monthOf(at));
  }
  return months;
}

const isNamed = (departmentIds: readonly string[]) => departmentIds.length <= MOST_NAMED;
const startOfDay = (time: number) => new Date(time - (time % DAY_MS));
const dayOf = (at: Date) => at.toISOString().slice(0, 10).replaceAll('-', '');
const monthOf = (at: Date) => dayOf(at).slice(0, -2);
/** The random end of the id: two that share it would only make each other slower. */
const shortOf = (departmentId: string) => departmentId.slice(-12);
