import type { ChangeHours, StaffedOfficer } from '#contracts/assignment.http.js';
import { dayText, parseDay } from '../../lib/day-text.js';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Hours and time off as they stand in the fields. */
export interface HoursDraft {
  /** Empty: the department's. */
  timeZone: string;
  isFixed: boolean;
  /** Monday first. */
  days: string[];
  isOut: boolean;
  /** As in a field for local date and time. */
  outFrom: string;
  outUntil: string;
  /** Empty: nobody. */
  standInId: string;
}

export type HoursProblem = 'noHours' | 'day' | 'outFrom' | 'outUntil';

export function hoursDraft({ timeZone, workingHours, outOfOffice }: StaffedOfficer): HoursDraft {
  return {
    timeZone: timeZone ?? '',
    isFixed: workingHours.length > 0,
    days: WEEKDAYS.map((weekday) => dayText(workingHours.filter((interval) => interval.weekday === weekday))),
    isOut: outOfOffice !== null,
    outFrom: outOfOffice ? localText(outOfOffice.from) : '',
    outUntil: outOfOffice?.until ? localText(outOfOffice.until) : '',
    standInId: outOfOffice?.standIn?.id ?? '',
  };
}

export function problemsOf({ isFixed, days, isOut, outFrom, outUntil }: HoursDraft): HoursProblem[] {
  const problems: HoursProblem[] = [];
  const read = days.map(parseDay);
  if (isFixed && read.includes(null)) problems.push('day');
  if (isFixed && read.every((stretches) => stretches?.length === 0)) problems.push('noHours');
  if (isOut && !outFrom) problems.push('outFrom');
  if (isOut && outUntil && new Date(outUntil) <= new Date(outFrom)) problems.push('outUntil');
  return problems;
}

/** What is sent; only of a draft without problems. */
export function hoursOf(draft: HoursDraft): Omit<ChangeHours, 'version'> {
  const { timeZone, isFixed, days, isOut, outFrom, outUntil, standInId } = draft;
  const workingHours = days.flatMap((text, index) =>
    (parseDay(text) ?? []).map((stretch) => ({ weekday: index + 1, ...stretch })),
  );
  const outOfOffice = {
    from: isOut ? new Date(outFrom).toISOString() : '',
    until: outUntil ? new Date(outUntil).toISOString() : null,
    standInId: standInId || null,
  };
  return {
    timeZone: timeZone || null,
    workingHours: isFixed ? workingHours : [],
    outOfOffice: isOut ? outOfOffice : null,
  };
}

/** Begins now, unless a beginning was given. */
export function outNow(draft: HoursDraft, isOut: boolean, now: Date): HoursDraft {
  return { ...draft, isOut, outFrom: draft.outFrom || localText(now.toISOString()) };
}

/** Minutes on this device's clock, as the field wants them. */
function localText(instant: string): string {
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
