import type { PromisingDepartment } from '#desk/publication/public-department.view.js';
import type { Say } from '../layout/words.js';

const HOURS_PER_DAY = 24;

/** In days where they are whole days and more than one. */
export function promiseOf(department: PromisingDepartment, say: Say): string {
  const hours = department.answerWithinHours;
  if (hours === null) return say('departments.noPromise');
  if (hours > HOURS_PER_DAY && hours % HOURS_PER_DAY === 0)
    return say('departments.days', { count: hours / HOURS_PER_DAY });
  return say('departments.hours', { count: hours });
}
