import { type Attendance, isOutOfOffice } from '../assignment/absence.js';
import { isAtWork } from '../assignment/working-hours.js';

/** At most one mail in this time, however much happens. */
export const DIGEST_EVERY_MINUTES = 60;

/** Nobody is written to in their free time. No hours: at any time. */
export function takesMail(
  officer: Pick<Attendance, 'workingHours' | 'timeZone' | 'outFrom' | 'outUntil'>,
  now: Date,
): boolean {
  return !isOutOfOffice(officer, now) && isAtWork(officer.workingHours, officer.timeZone, now);
}
