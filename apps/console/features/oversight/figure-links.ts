import type { ResponseTimes } from '#contracts/oversight.http.js';
import { withQuery } from '../../lib/http.js';
import type { OversightRange } from './oversight-range.js';

/** Where nothing bounds the figure: still only conversations that were answered at all. */
const BEGINNING = '1970-01-01T00:00:00Z';
const SEVEN_DAYS_HOURS = 168;

interface Row {
  times: ResponseTimes;
  range: OversightRange;
  /** The group's key; null for the total. */
  key: string | null;
}

/** The inbox with exactly the conversations that a row of response times counts. */
export function answeredLink({ times, range, key }: Row, isWithin: 'within-seven-days' | 'all'): string {
  const day = key !== null && range.groupBy === 'day' ? times.days[key] : undefined;
  return withQuery('/inbox', {
    view: 'all',
    supervised: true,
    department: key !== null && range.groupBy === 'department' ? key : range.department,
    channel: key !== null && range.groupBy === 'channel' ? key : undefined,
    answeredFrom: day?.answeredFrom ?? times.answeredFrom ?? BEGINNING,
    answeredTo: day?.answeredTo ?? times.answeredTo,
    answeredWithinHours: isWithin === 'within-seven-days' ? SEVEN_DAYS_HOURS : undefined,
  });
}

type LiveCount = 'waiting' | 'overdue' | 'unassigned' | 'answeredToday';

/** The inbox behind a number of "waiting now". */
export function liveLink(count: LiveCount, department: string | undefined, todayFrom: string): string {
  if (count === 'overdue' || count === 'unassigned')
    return withQuery('/inbox', { view: count, supervised: true, department });
  if (count === 'answeredToday')
    return withQuery('/inbox', { view: 'all', supervised: true, department, answeredFrom: todayFrom });
  return withQuery('/inbox', { view: 'all', supervised: true, department, waiting: true });
}
