import { isAtWork, type WorkingInterval } from './working-hours.js';

/** Why an officer is given nothing at all, the weightiest first. */
export const ABSENCES = ['inactive', 'out-of-office', 'off-hours', 'away', 'not-seen'] as const;
export type Absence = (typeof ABSENCES)[number];

export interface Attendance {
  isActive: boolean;
  /** The officer's own switch. */
  isAvailable: boolean;
  /** A console of the officer was heard of lately. */
  isSeen: boolean;
  workingHours: readonly WorkingInterval[];
  timeZone: string;
  outFrom: Date | null;
  /** Null with an `outFrom`: until further notice. */
  outUntil: Date | null;
}

/** Null: the officer is at work and takes conversations. */
export function absenceOf(officer: Attendance, now: Date): Absence | null {
  if (!officer.isActive) return 'inactive';
  if (isOutOfOffice(officer, now)) return 'out-of-office';
  if (!isAtWork(officer.workingHours, officer.timeZone, now)) return 'off-hours';
  if (!officer.isAvailable) return 'away';
  return officer.isSeen ? null : 'not-seen';
}

export function isOutOfOffice({ outFrom, outUntil }: Pick<Attendance, 'outFrom' | 'outUntil'>, now: Date): boolean {
  return outFrom !== null && outFrom <= now && (outUntil === null || now < outUntil);
}
