import { z } from 'zod';
import { MEASURES } from '#domain/oversight/measure.js';
import { REPORT_RHYTHMS } from '#domain/oversight/report-rhythm.js';
import { localisedSchema } from './directory.http.js';
import { FIGURE_CLOCKS } from './oversight.http.js';
import { instantSchema } from './paging.http.js';
import { slugSchema } from './text.js';

/** As many as one officer reads. */
export const REPORTS_PER_OFFICER = 20;

const unlike = <Item>(items: readonly Item[]) => new Set(items).size === items.length;

/** A report that is mailed by itself: on the day after its period, at the hour. */
export const reportOrderSchema = z.strictObject({
  /** Slugs; none: all that the officer supervises when it is sent. */
  departments: z.array(slugSchema).max(100).refine(unlike, { error: 'must not name one twice' }),
  measures: z.array(z.enum(MEASURES)).min(1).max(MEASURES.length).refine(unlike, { error: 'must not name one twice' }),
  clock: z.enum(FIGURE_CLOCKS),
  rhythm: z.enum(REPORT_RHYTHMS),
  /** By the clock of the zone. */
  hour: z.int().min(0).max(23),
  timeZone: z.string().max(60),
  language: z.enum(['en', 'zh']),
});
export type ReportOrder = z.infer<typeof reportOrderSchema>;

export const reportSchema = z.object({
  id: z.uuid(),
  /** None: all that the officer supervises. One that is not supervised any more is left out. */
  departments: z.array(z.object({ slug: z.string(), name: localisedSchema })),
  isOfAll: z.boolean(),
  measures: z.array(z.enum(MEASURES)),
  clock: z.enum(FIGURE_CLOCKS),
  rhythm: z.enum(REPORT_RHYTHMS),
  hour: z.int(),
  timeZone: z.string(),
  language: z.enum(['en', 'zh']),
  nextAt: instantSchema,
  /** The newest mail of it: sent, being tried, given up, or held back because nothing may be read any more. */
  last: z
    .object({
      from: z.string(),
      to: z.string(),
      at: instantSchema,
      outcome: z.enum(['sent', 'waiting', 'given-up', 'not-allowed']),
    })
    .nullable(),
});
export type ReportView = z.infer<typeof reportSchema>;

export const reportListSchema = z.object({
  items: z.array(reportSchema),
  /** False: this desk sends no mail at all. */
  isMailSet: z.boolean(),
});
export type ReportList = z.infer<typeof reportListSchema>;
