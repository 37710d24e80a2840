import { z } from 'zod';
import { DAY_ORIGINS, isDate } from '#domain/deadlines/calendar-days.js';
import { IMPORT_REASON_CODES } from '#domain/deadlines/import-refusals.js';
import { joined } from '#domain/deadlines/joined.js';
import { isTimeZone } from '#domain/time/wall-clock.js';
import { deadlinePreviewSchema } from './deadlines.http.js';
import { localisedSchema } from './directory.http.js';
import { instantSchema } from './paging.http.js';
import { slugSchema, stored } from './text.js';

export const EXCEPTIONS_LIMIT = 2_000;
/** Of a file of exceptions, and of a calendar that is sent with all of its own. */
export const CALENDAR_BYTES_LIMIT = 1024 * 1024;
const INTERVALS_PER_DAY = 6;
const LAST_MINUTE = 2_880;

const words = (most: number) => stored(z.string().trim().min(1).max(most));
const namesSchema = z.strictObject({ en: words(120), zh: words(120) });
export const dateSchema = z.string().refine(isDate, { error: 'must be a date such as 2026-02-14' });

/** Minutes after midnight on the wall clock; `to` over 1,440 is on the day after. */
const stretchSchema = z
  .strictObject({ from: z.int().min(0).max(1_439), to: z.int().min(1).max(LAST_MINUTE) })
  .refine(({ from, to }) => from < to, { error: 'must begin before it ends' });

const intervalsSchema = z
  .array(stretchSchema)
  .max(INTERVALS_PER_DAY)
  .refine((intervals) => joined(intervals).length === intervals.length, { error: 'must neither overlap nor touch' });

const weeklySchema = z
  .array(
    z
      .strictObject({ weekday: z.int().min(1).max(7), ...stretchSchema.shape })
      .refine(({ from, to }) => from < to, { error: 'must begin before it ends' }),
  )
  .max(7 * INTERVALS_PER_DAY)
  .refine(
    (weekly) =>
      [1, 2, 3, 4, 5, 6, 7].every((weekday) => {
        const own = weekly.filter((interval) => interval.weekday === weekday);
        return joined(own).length === own.length;
      }),
    { error: 'must neither overlap nor touch' },
  );

const partSchema = z.string().regex(/^[A-Za-z0-9-]{1,10}$/);
export const holidayRegionSchema = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'must be a country such as CN' }),
  state: partSchema.nullable(),
  region: partSchema.nullable(),
});

const exceptionSchema = z.strictObject({
  date: dateSchema,
  name: z.strictObject({ en: stored(z.string().trim().max(120)), zh: stored(z.string().trim().max(120)) }).nullable(),
  intervals: intervalsSchema,
});
export type Exception = z.infer<typeof exceptionSchema>;

const said = {
  name: namesSchema,
  timeZone: z.string().max(64).refine(isTimeZone, { error: 'is no time zone' }),
  /** None: no working time but on exceptional days. */
  weekly: weeklySchema,
  /** Null: no public holidays. */
  holidays: holidayRegionSchema.nullable(),
  exceptions: z
    .array(exceptionSchema)
    .max(EXCEPTIONS_LIMIT)
    .refine((days) => new Set(days.map(({ date }) => date)).size === days.length, { error: 'must name a date once' }),
};
const why = words(500);

export const calendarDraftSchema = z.strictObject(said);
export type CalendarDraft = z.infer<typeof calendarDraftSchema>;

/** `id` is made by the caller: the same one again is the same calendar. */
export const createCalendarSchema = z.strictObject({ id: z.uuid(), slug: slugSchema.min(2), ...said, why });
export const changeCalendarSchema = z.strictObject({ version: z.int().min(1), ...said, why });

const yearSchema = z.int().min(1970).max(2199);
/** With a month (1 to 12) the stretches of working time in it too. */
export const previewCalendarSchema = z.strictObject({
  ...said,
  year: yearSchema,
  month: z.int().min(1).max(12).nullable(),
});

export const datedDaySchema = z.object({
  date: z.string(),
  name: localisedSchema.nullable(),
  intervals: z.array(z.object({ from: z.int(), to: z.int() })),
  origin: z.enum(DAY_ORIGINS),
});

export const calendarPreviewSchema = z.object({
  /** What is said of single dates of the year: holidays, and exceptions in their stead. */
  days: z.array(datedDaySchema),
  spans: z.array(z.object({ from: instantSchema, to: instantSchema })),
  /** Dates of the year on which other hours are worked than under the newest version. */
  differs: z.array(
    z.object({
      date: z.string(),
      before: z.array(z.object({ from: z.int(), to: z.int() })),
      after: z.array(z.object({ from: z.int(), to: z.int() })),
    }),
  ),
  /** Working time of the year in minutes; `before` null where there is no version yet. */
  minutes: z.object({ before: z.number().nullable(), after: z.number() }),
});
export type CalendarPreview = z.infer<typeof calendarPreviewSchema>;

export const calendarSummarySchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: localisedSchema,
  version: z.int(),
  timeZone: z.string(),
  weekly: z.array(z.object({ weekday: z.int(), from: z.int(), to: z.int() })),
  holidays: holidayRegionSchema.nullable(),
  departments: z.array(z.object({ id: z.uuid(), slug: z.string(), name: localisedSchema })),
  changedAt: instantSchema,
  /** Administrators keep it, for whoever wants to follow it. */
  isForAll: z.boolean(),
  /** No longer offered; it may be brought back. */
  isArchived: z.boolean(),
  mayEdit: z.boolean(),
  /** And to bring it back; only where nobody follows it. */
  mayArchive: z.boolean(),
  /** Whether the caller may have one more department follow it. */
  mayShare: z.boolean(),
});
export type CalendarSummary = z.infer<typeof calendarSummarySchema>;
export const calendarListSchema = z.object({ items: z.array(calendarSummarySchema), mayCreate: z.boolean() });
export type CalendarList = z.infer<typeof calendarListSchema>;

export const calendarVersionSummarySchema = z.object({
  version: z.int(),
  why: z.string(),
  /** Null: laid out with the desk. */
  createdByName: z.string().nullable(),
  createdAt: instantSchema,
});

export const calendarVersionSchema = calendarVersionSummarySchema.extend({
  timeZone: z.string(),
  weekly: z.array(z.object({ weekday: z.int(), from: z.int(), to: z.int() })),
  holidays: holidayRegionSchema.nullable(),
  days: z.array(datedDaySchema),
});
export type CalendarVersionView = z.infer<typeof calendarVersionSchema>;

/** As its newest version says; the versions the newest first. */
export const calendarSchema = calendarSummarySchema.extend({
  days: z.array(datedDaySchema),
  versions: z.array(calendarVersionSummarySchema),
});
export type CalendarView = z.infer<typeof calendarSchema>;

/** `version`: which one the caller saw. What is not a dry run makes the next one, and says why. */
export const importQuerySchema = z
  .strictObject({
    dryRun: z.enum(['true', 'false']).default('true'),
    version: z.coerce.number().int().min(1),
    why: why.optional(),
  })
  .refine(({ dryRun, why: reason }) => dryRun === 'true' || reason !== undefined, { error: 'say why', path: ['why'] });

export const importResultSchema = z.object({
  /** Exceptions that the file holds, by date. */
  days: z.array(datedDaySchema.extend({ line: z.int(), replaces: z.enum(DAY_ORIGINS).nullable() })),
  refused: z.array(
    z.object({ line: z.int(), code: z.enum(IMPORT_REASON_CODES), detail: z.string(), reason: z.string() }),
  ),
  /** What the file would do to open deadlines; null where it cannot be taken, and of what is done already. */
  moves: deadlinePreviewSchema.nullable(),
  /** Null of a dry run and where a line was refused: then nothing has changed. */
  calendar: calendarSchema.nullable(),
});
export type ImportResult = z.infer<typeof importResultSchema>;

/** `seen`: what the caller saw it follow. Slugs; null for none. */
export const followCalendarSchema = z.strictObject({ calendar: slugSchema.nullable(), seen: slugSchema.nullable() });
/** Asked before it is followed. */
export const previewFollowingSchema = z.strictObject({ calendar: slugSchema.nullable() });
export const followedSchema = z.object({ calendar: z.string().nullable() });

export const holidayRegionQuerySchema = z.strictObject({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  state: partSchema.optional(),
});
/** Countries, the states of one, or the regions of one of its states; none where holidays are the same all over. */
export const holidayRegionListSchema = z.object({ items: z.array(z.object({ code: z.string(), name: z.string() })) });
