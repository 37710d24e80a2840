import { z } from 'zod';
import { localisedSchema } from './directory.http.js';
import { instantSchema } from './paging.http.js';
import { slugSchema } from './text.js';

export const RESPONSE_TIME_GROUPS = ['day', 'department', 'channel'] as const;

const localDate = z.iso
  .date()
  .refine((date) => date >= '1900-01-01' && date < '3000-01-01', { error: 'must be between 1900 and 2999' });

export const responseTimesQuerySchema = z.strictObject({
  /** Local dates of the first answer, both inclusive; all of history where they are missing. */
  from: localDate.optional(),
  to: localDate.optional(),
  department: slugSchema.optional(),
  groupBy: z.enum(RESPONSE_TIME_GROUPS).default('department'),
  /** IANA zone that cuts the days. */
  timeZone: z.string().max(60).default('UTC'),
});
export type ResponseTimesQuery = z.infer<typeof responseTimesQuerySchema>;

/** Hours from the first message to the first answer, in calendar time, of conversations that have one. */
export const responseTimeFigureSchema = z.object({
  n: z.int(),
  medianHours: z.number().nullable(),
  p90Hours: z.number().nullable(),
  meanHours: z.number().nullable(),
  withinSevenDays: z.int(),
});
export type ResponseTimeFigure = z.infer<typeof responseTimeFigureSchema>;

export const responseTimesSchema = z.object({
  total: responseTimeFigureSchema,
  groups: z.array(
    responseTimeFigureSchema.extend({
      /** A local date, a department's slug or a channel's slug. */
      key: z.string(),
      label: localisedSchema.nullable(),
    }),
  ),
  /** The filter that opens exactly the conversations of `total`; a day's rows are cut at `days[key]`. */
  answeredFrom: instantSchema.nullable(),
  answeredTo: instantSchema.nullable(),
  days: z.record(z.string(), z.object({ answeredFrom: instantSchema, answeredTo: instantSchema })),
  computedAt: instantSchema,
});
export type ResponseTimes = z.infer<typeof responseTimesSchema>;

export const liveFigureSchema = z.object({
  waiting: z.int(),
  overdue: z.int(),
  unassigned: z.int(),
  longestWaitingSince: instantSchema.nullable(),
  answeredToday: z.int(),
  officersPresent: z.int(),
});
export const oversightLiveQuerySchema = z.strictObject({ timeZone: z.string().max(60).default('UTC') });
export const oversightLiveSchema = z.object({
  total: liveFigureSchema,
  departments: z.array(liveFigureSchema.extend({ id: z.uuid(), slug: z.string(), name: localisedSchema })),
  /** Start of today in the asked zone: the lower end of "answered today". */
  todayFrom: instantSchema,
  computedAt: instantSchema,
});
export type OversightLive = z.infer<typeof oversightLiveSchema>;
