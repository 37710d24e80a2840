import { withQuery } from '../../lib/http.js';

export type LiveCount = 'waiting' | 'overdue' | 'unassigned' | 'answeredToday';

/** The inbox behind a number of "waiting now". */
export function liveLink(count: LiveCount, department: string | undefined, todayFrom: string): string {
  if (count === 'overdue' || count === 'unassigned')
    return withQuery('/inbox', { view: count, supervised: true, department });
  if (count === 'answeredToday')
    return withQuery('/inbox', { view: 'all', supervised: true, department, answeredFrom: todayFrom });
  return withQuery('/inbox', { view: 'all', supervised: true, department, waiting: true });
}
