import { z } from 'zod';
import { REPORT_REASONS } from '#domain/moderation/reader-report.js';
import { MODERATION_STATES } from '#domain/moderation/visibility.js';
import { localisedSchema } from './directory.http.js';
import { heldMessageSchema } from './moderation.http.js';
import { instantSchema } from './paging.http.js';
import { slugSchema, stored } from './text.js';

export const reportReasonSchema = z.enum(REPORT_REASONS);
/** What a reader may add, in characters. */
export const REPORT_WORDS_LIMIT = 500;

export const readerReportSchema = z.object({
  id: z.uuid(),
  reason: reportReasonSchema,
  words: z.string().nullable(),
  receivedAt: instantSchema,
  /** Null for a reader whom nothing connects with earlier reports; they cannot be muted either. */
  reporter: z
    .object({
      id: z.uuid(),
      /** Of earlier reports in the same department. */
      upheld: z.int(),
      dismissed: z.int(),
      upheldShare: z.number().min(0).max(1).nullable(),
    })
    .nullable(),
});
export type ReaderReportView = z.infer<typeof readerReportSchema>;

export const reportedMessageSchema = heldMessageSchema.extend({
  state: z.enum(MODERATION_STATES),
  /** How many readers gave which reason, the most frequent first. */
  reasons: z.array(z.object({ reason: reportReasonSchema, count: z.int() })),
  /** Oldest first. */
  reports: z.array(readerReportSchema),
});
export type ReportedMessage = z.infer<typeof reportedMessageSchema>;
/** The most urgent; `total` counts what waits behind them too. */
export const reportedQueueSchema = z.object({ items: z.array(reportedMessageSchema), total: z.int() });

export const dismissReportsSchema = z.strictObject({
  messageId: z.uuid(),
  /** The version of the message that the moderator was looking at. */
  version: z.int().min(0),
  /** The reports that were read: one that came meanwhile stays. */
  reportIds: z.array(z.uuid()).min(1).max(500),
  note: stored(z.string().trim().max(1_000)).optional(),
});
export const reportsDismissedSchema = z.object({ dismissed: z.int() });

export const muteReporterSchema = z.strictObject({ why: stored(z.string().trim().min(1).max(500)) });
export const reporterMuteSchema = z.object({
  id: z.uuid(),
  department: z.object({ slug: slugSchema, name: localisedSchema }),
  why: z.string(),
  mutedBy: z.string(),
  mutedAt: instantSchema,
  /** Of the reporter in that department, the muted ones too. */
  reports: z.int(),
});
export type ReporterMuteView = z.infer<typeof reporterMuteSchema>;
export const reporterMutesSchema = z.object({ items: z.array(reporterMuteSchema) });
