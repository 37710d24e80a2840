import { z } from 'zod';
import { FIGURE_CLOCKS, figuresQuerySchema } from '#contracts/oversight.http.js';
import { addDays } from '#domain/deadlines/calendar-days.js';
import { MEASURES } from '#domain/oversight/measure.js';

export const PRESETS = ['all', 'd7', 'd30', 'd90', 'd365', 'own'] as const;
export type Preset = (typeof PRESETS)[number];
const DAYS: Partial<Record<Preset, number>> = { d7: 7, d30: 30, d90: 90, d365: 365 };

export const COURSES = ['day', 'hour', 'weekday-hour'] as const;
export const BREAKDOWNS = ['department', 'officer', 'channel', 'language', 'priority', 'class', 'register'] as const;
export const COMPARISONS = ['none', 'before', 'year'] as const;
export const ZONES = ['department', 'viewer'] as const;

const asked = figuresQuerySchema.shape;

/** What the address says; a part that is not valid counts as not given. */
const querySchema = z.object({
  measure: z.enum(MEASURES).catch('first-answer'),
  preset: z.enum(PRESETS).catch('all'),
  from: asked.from.catch(undefined),
  to: asked.to.catch(undefined),
  clock: z.enum(FIGURE_CLOCKS).catch('calendar'),
  zone: z.enum(ZONES).catch('department'),
  compare: z.enum(COMPARISONS).catch('none'),
  course: z.enum(COURSES).catch('day'),
  groupBy: z.enum(BREAKDOWNS).catch('department'),
  department: asked.department.catch(undefined),
  channel: asked.channel.catch(undefined),
  officer: asked.officer.catch(undefined),
  language: asked.language.catch(undefined),
  priority: asked.priority.catch(undefined),
  class: asked.class.catch(undefined),
  register: asked.register.catch(undefined),
});
export type OversightQuery = z.output<typeof querySchema>;

export function queryFrom(search: URLSearchParams): OversightQuery {
  return querySchema.parse(Object.fromEntries(search));
}

/** Local dates, both inclusive; without one, all of history on that side. */
export interface Period {
  from?: string | undefined;
  to?: string | undefined;
}

/** The local dates of a preset, today included. `now` and the zone are the viewer's. */
export function periodOf(
  { preset, from, to }: Pick<OversightQuery, 'preset' | 'from' | 'to'>,
  now: Date,
  timeZone: string,
): Period {
  if (preset === 'own') return { from, to };
  const days = DAYS[preset];
  if (days === undefined) return {};
  const today = localDate(now, timeZone);
  return { from: addDays(today, 1 - days), to: today };
}

/** As many days right before, or the same dates a year before; null where the period has no beginning or no end. */
export function comparedPeriod({ from, to }: Period, compare: OversightQuery['compare']): Required<Period> | null {
  if (compare === 'none' || from === undefined || to === undefined || from > to) return null;
  if (compare === 'year') return { from: yearBefore(from), to: yearBefore(to) };
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

/** 29 February has no such date in most years: the day before it stands for it. */
function yearBefore(date: string): string {
  const year = Number(date.slice(0, 4)) - 1;
  const moved = `${year}${date.slice(4)}`;
  return Number.isNaN(Date.parse(moved)) || new Date(moved).toISOString().slice(0, 10) !== moved
    ? `${year}-02-28`
    : moved;
}

/** ISO date of an instant in a zone. */
export function localDate(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);
}

/** Everything that narrows the figures beside the period. */
export const NARROWINGS = ['department', 'channel', 'officer', 'language', 'priority', 'class', 'register'] as const;
export type Narrowing = (typeof NARROWINGS)[number];

/** What the api is asked, but for how it is grouped. */
export function askedOf(query: OversightQuery, period: Period, viewerZone: string): Record<string, string | undefined> {
  const narrowed = Object.fromEntries(NARROWINGS.map((name) => [name, query[name]]));
  const timeZone = query.zone === 'viewer' ? viewerZone : undefined;
  return { measure: query.measure, clock: query.clock, ...period, timeZone, ...narrowed };
}
