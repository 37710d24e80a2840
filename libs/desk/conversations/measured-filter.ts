import type { InboxFilter, InboxQuery } from '#contracts/inbox.http.js';
import { addDays } from '#domain/deadlines/calendar-days.js';
import { startOfLocalDay } from '#domain/oversight/local-days.js';
import { isLasting } from '#domain/oversight/measure.js';
import type { MeasuredSelection } from './measured-conditions.js';

/** Which measurements a filter asks for; undefined where it asks for none. */
export function measuredIn(filter: InboxFilter): MeasuredSelection | undefined {
  const { measure, measuredZone, measuredBy, register, measuredHour, measuredWeekday, measuredWithin } = filter;
  if (measure === undefined) return undefined;
  return {
    measure,
    ...daysIn(filter),
    hour: measuredHour,
    weekday: measuredWeekday,
    timeZone: measuredZone,
    officerId: measuredBy === 'none' ? null : measuredBy,
    register: register === 'none' ? null : register,
    isWithin: measuredWithin,
    withinHours: filter.measuredWithinHours,
    isTimed: measuredWithin === undefined && isLasting(measure) ? true : undefined,
  };
}

function daysIn(filter: InboxFilter): Pick<MeasuredSelection, 'from' | 'to' | 'since' | 'before'> {
  const from = latest(filter.measuredFrom, filter.measuredMonth && `${filter.measuredMonth}-01`);
  const to = earliest(filter.measuredTo, filter.measuredMonth && lastOf(filter.measuredMonth));
  const { measuredZone: zone } = filter;
  if (zone === undefined) return { from, to };
  return {
    since: from && startOfLocalDay(zone, from).toISOString(),
    before: to && startOfLocalDay(zone, addDays(to, 1)).toISOString(),
  };
}

function lastOf(month: string): string {
  const next = addDays(`${month}-01`, 31);
  return addDays(`${next.slice(0, 8)}01`, -1);
}

function latest(...dates: (string | undefined)[]): string | undefined {
  return dates
    .flatMap((date) => date ?? [])
    .sort()
    .at(-1);
}

function earliest(...dates: (string | undefined)[]): string | undefined {
  return dates.flatMap((date) => date ?? []).sort()[0];
}

/** The filter without what `measuredIn` has read. */
export function unmeasured(query: InboxQuery) {
  const {
    measure,
    measuredFrom,
    measuredTo,
    measuredMonth,
    measuredZone,
    measuredHour,
    measuredWeekday,
    measuredBy,
    register,
    measuredWithin,
    measuredWithinHours,
    ...rest
  } = query;
  return rest;
}
