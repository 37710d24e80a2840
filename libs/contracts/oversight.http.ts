import { z } from 'zod';
import { PRIORITIES } from '#domain/conversations/priority.js';
import { MEASURES, OPEN_MEASURES, REGISTERS } from '#domain/oversight/measure.js';
import { localisedSchema } from './directory.http.js';
import { instantSchema } from './paging.http.js';
import { slugSchema, stored } from './text.js';

const localDate = z.iso
  .date()
  .refine((date) => date >= '1970-01-01' && date < '2200-01-01', { error: 'must be between 1970 and 2199' });

/** What figures can be broken down by. Times of day and days are local. */
export const FIGURE_GROUPS = [
  'none',
  'day',
  'month',
  'hour',
  'weekday-hour',
  'department',
  'officer',
  'channel',
  'language',
  'priority',
  'class',
  'register',
] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number];

export const FIGURE_CLOCKS = ['calendar', 'working'] as const;

/** Stands for "without one", in a filter and as a group's key: no officer, no class, no register. */
export const NO_ONE = 'none';

export const figuresQuerySchema = z.strictObject({
  measure: z.enum(MEASURES).default('first-answer'),
  /** Local dates of when it ended, both inclusive; all of history where they are missing. */
  from: localDate.optional(),
  to: localDate.optional(),
  groupBy: z.enum(FIGURE_GROUPS).default('department'),
  clock: z.enum(FIGURE_CLOCKS).default('calendar'),
  /** IANA zone that cuts the days; where it is missing, each department's own. */
  timeZone: z.string().max(60).optional(),
  department: slugSchema.optional(),
  channel: slugSchema.optional(),
  /** Who answered, published or did it. */
  officer: z.union([z.literal(NO_ONE), z.uuid()]).optional(),
  /** The first part of a language tag. */
  language: z
    .string()
    .regex(/^[a-z]{2,8}$/)
    .optional(),
  priority: z.enum(PRIORITIES).optional(),
  /** A class of its department's policy, or `none`. */
  class: stored(z.string().min(1).max(60)).optional(),
  register: z.enum(REGISTERS).optional(),
});
export type FiguresQuery = z.infer<typeof figuresQuerySchema>;

/** Search parameters of the inbox that list exactly the conversations behind a number. */
const opensSchema = z.record(z.string(), z.string());

/** Null wherever there is nothing to say: no case, no calendar, or a measure that only counts. */
const hoursOrNull = z.number().nullable();

export const figureSchema = z.object({
  /** Cases that ended in the period. */
  n: z.int(),
  medianHours: hoursOrNull,
  p75Hours: hoursOrNull,
  p90Hours: hoursOrNull,
  p95Hours: hoursOrNull,
  meanHours: hoursOrNull,
  /** Of those that had a promised time when they ended, also by being closed unanswered: `of` may be more than `n` above. `share` from 0 to 1. */
  within: z.object({ n: z.int(), of: z.int(), share: z.number().nullable() }),
  /** Within 5 x 24 and 7 x 24 hours, always in calendar time. */
  withinFiveDays: z.int(),
  withinSevenDays: z.int(),
  /** Of `n`, those that working time is known of; `n` itself by the calendar. */
  timed: z.int(),
  opens: opensSchema,
  /** Those that are still open at this moment, and how long the longest has waited (calendar time). Null where the question makes no sense: of a day, an hour, a register, of what only happens. */
  open: z
    .object({ n: z.int(), longestSince: instantSchema.nullable(), longestHours: hoursOrNull, opens: opensSchema })
    .nullable(),
});
export type Figure = z.infer<typeof figureSchema>;

export const figureGroupSchema = figureSchema.extend({
  /** A local date (`2026-11-23`), a month (`2026-11`), an hour (`0` to `23`), a weekday and hour (`1-9`: Monday, 9 to 10), a slug, an id, a code, or `none`. */
  key: z.string(),
  /** Null where the key says it, or the reader words it: days, hours, languages, priorities, registers, `none`. */
  label: localisedSchema.nullable(),
});
export type FigureGroupView = z.infer<typeof figureGroupSchema>;

export const figuresSchema = z.object({
  measure: z.enum(MEASURES),
  clock: z.enum(FIGURE_CLOCKS),
  /** As answered: `month` where so many days were asked for that nobody could read them. */
  groupBy: z.enum(FIGURE_GROUPS),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Which days are meant: the asked zone's, or each department's own (`timeZone` null where these are several). */
  days: z.record(z.string(), z.object({ answeredFrom: instantSchema, answeredTo: instantSchema })),
  zone: z.object({ of: z.enum(['asked', 'department']), timeZone: z.string().nullable(), isAsAsked: z.boolean() }),
  /** True: medians and percentiles are those of every single case. False: each is at most `maxError` of itself off. */
  exact: z.boolean(),
  maxError: z.number(),
  /** What had happened until then is in the figures. */
  asOf: instantSchema,
  lagSeconds: z.number(),
  /** More than five seconds behind: to be said beside the figures. */
  isLagging: z.boolean(),
  /** A calendar or a promise is new, and what was before is not all measured by it yet: whatever the lag, figures still change. */
  isHistoryBehind: z.boolean(),
  computedAt: instantSchema,
  answeredFrom: instantSchema.nullable(),
  answeredTo: instantSchema.nullable(),
  total: figureSchema,
  groups: z.array(figureGroupSchema),
});
export type Figures = z.infer<typeof figuresSchema>;

export const PUBLIC_FIGURES_FROM = 20;
export const publicFigureSchema = z.object({
  n: z.int(),
  medianHours: z.number(),
  p75Hours: z.number(),
  p90Hours: z.number(),
  p95Hours: z.number(),
  meanHours: z.number(),
  /** Null: too few had a promise. */
  within: z.object({ n: z.int(), of: z.int(), share: z.number() }).nullable(),
  withinFiveDays: z.int(),
  withinSevenDays: z.int(),
});
export const publicPerformanceSchema = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Smaller numbers are not published, and no two periods between which fewer lie. */
  publishedFrom: z.int(),
  exact: z.boolean(),
  maxError: z.number(),
  asOf: instantSchema,
  lagSeconds: z.number(),
  isLagging: z.boolean(),
  isHistoryBehind: z.boolean(),
  departments: z.array(
    z.object({
      slug: z.string(),
      name: localisedSchema,
      timeZone: z.string(),
      /** By measure, of those that last; null: too few to be published. */
      measures: z.record(z.enum(OPEN_MEASURES), publicFigureSchema.nullable()),
      /** Who waits for an answer at this moment, however few were answered; null where they are too few themselves. */
      waiting: z.object({ n: z.int(), longestHours: z.number() }).nullable(),
    }),
  ),
});
export type PublicPerformance = z.infer<typeof publicPerformanceSchema>;

export const liveFigureSchema = z.object({
  waiting: z.int(),
  overdue: z.int(),
  unassigned: z.int(),
  longestWaitingSince: instantSchema.nullable(),
  answeredToday: z.int(),
  /** Of those that were first answered today; null where there are none. */
  medianHoursToday: z.number().nullable(),
  officersPresent: z.int(),
});
export const oversightLiveQuerySchema = z.strictObject({ timeZone: z.string().max(60).default('UTC') });
export const oversightLiveSchema = z.object({
  total: liveFigureSchema,
  departments: z.array(liveFigureSchema.extend({ id: z.uuid(), slug: z.string(), name: localisedSchema })),
  /** Start of today in the asked zone: the lower end of "answered today". */
  todayFrom: instantSchema,
  /** A calendar or a promise is new, and not yet worked into what is overdue or was measured. */
  isHistoryBehind: z.boolean(),
  computedAt: instantSchema,
});
export type OversightLive = z.infer<typeof oversightLiveSchema>;
