import { type Attendance, isOutOfOffice } from '../assignment/absence.js';
import { isAtWork } from '../assignment/working-hours.js';

/** At most one mail in this time, however much happens. */
export const DIGEST_EVERY_MINUTES = 60;

/** A mail server that is away all day long has somebody to look after it. */
export const DIGEST_ATTEMPTS = 8;

const FIRST_WAIT_MINUTES = 5;
const LONGEST_WAIT_MINUTES = 240;

/** Nobody is written to in their free time. No hours: at any time. */
export function takesMail(
  officer: Pick<Attendance, 'workingHours' | 'timeZone' | 'outFrom' | 'outUntil'>,
  now: Date,
): boolean {
  return !isOutOfOffice(officer, now) && isAtWork(officer.workingHours, officer.timeZone, now);
}

/** When a mail is tried again, unless this attempt succeeds; attempts count from 1. Long enough for the attempt itself. */
export function nextTryAt(now: Date, attempt: number): Date {
  const minutes = Math.min(FIRST_WAIT_MINUTES * 2 ** (attempt - 1), LONGEST_WAIT_MINUTES);
  return new Date(now.getTime() + minutes * 60_000);
}
