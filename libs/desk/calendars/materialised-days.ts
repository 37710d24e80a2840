import type { CalendarDraft } from '#contracts/calendars.http.js';
import { type DatedDay, exceptionsFirst } from '#domain/deadlines/calendar-days.js';
import { holidayDays } from '#domain/deadlines/holidays.js';
import { publicHolidays } from './holiday-almanac.js';

/** Kept in each version, so that a later release of the almanac changes no deadline that was promised. */
export const YEARS_BACK = 15;
export const YEARS_AHEAD = 10;

export interface Years {
  from: number;
  to: number;
}

export function yearsAround(now: Date): Years {
  const year = now.getUTCFullYear();
  return { from: year - YEARS_BACK, to: year + YEARS_AHEAD };
}

/** What is said of single dates of these years. Throws `invalid` for holidays of a region that is not known. */
export async function materialisedDays(
  { weekly, holidays, exceptions }: Pick<CalendarDraft, 'weekly' | 'holidays' | 'exceptions'>,
  years: Years,
): Promise<DatedDay[]> {
  const known = holidays ? holidayDays(weekly, await publicHolidays(holidays, years)) : [];
  const own = exceptions.map((day): DatedDay => ({ ...day, origin: 'exception' }));
  return exceptionsFirst(known, own);
}
