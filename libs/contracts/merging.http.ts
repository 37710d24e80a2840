import { z } from 'zod';
import { DUPLICATE_REASONS } from '#domain/merging/duplicates.js';
import { actedSchema } from './conversations.http.js';
import { localisedSchema } from './directory.http.js';
import { inboxRowSchema } from './inbox.http.js';
import { instantSchema } from './paging.http.js';
import { stored } from './text.js';

const seen = { version: z.int().min(1) };
const reason = stored(z.string().trim().min(1).max(500)).optional();

/** The conversation of the address is carried on in `intoId`; both as the officer saw them. */
export const mergeSchema = z.strictObject({ ...seen, intoId: z.uuid(), intoVersion: z.int().min(1), reason });
export const unmergeSchema = z.strictObject({ ...seen, reason });
/** At most as many as a thread shows; the message that opened the conversation stays. */
export const splitSchema = z.strictObject({
  ...seen,
  messageIds: z.array(z.uuid()).min(1).max(500),
  title: stored(z.string().trim().min(1).max(200)).optional(),
  reason,
});

/** What became of the conversation of the address, and of the other one. */
export const pairSchema = z.object({ conversation: actedSchema, other: actedSchema });
export type ActedPair = z.infer<typeof pairSchema>;

/** As a row of the inbox says it. */
const asInInbox = inboxRowSchema.pick({
  id: true,
  version: true,
  reference: true,
  status: true,
  title: true,
  excerpt: true,
  language: true,
  citizenName: true,
});
export const relatedSchema = asInInbox.extend({
  department: z.object({ slug: z.string(), name: localisedSchema }),
  officerName: z.string().nullable(),
  openedAt: instantSchema,
  /** The start of the last answer, and when it was given. */
  lastAnswer: z.object({ excerpt: z.string(), at: instantSchema }).nullable(),
});
export type Related = z.infer<typeof relatedSchema>;

export const duplicateSchema = relatedSchema.extend({
  because: z.enum(DUPLICATE_REASONS),
  /** 0 to 1. */
  likeness: z.number(),
});
export type Duplicate = z.infer<typeof duplicateSchema>;

export const relatedViewSchema = z.object({
  /** Of the same citizen, the latest first. Of departments that the caller does not read: nothing, not even a number. */
  others: z.array(relatedSchema),
  /** Perhaps about the same, of the same department. */
  duplicates: z.array(duplicateSchema),
  /** Carried on in this one. */
  merged: z.array(
    relatedSchema.extend({ mergedAt: instantSchema, mergedBy: z.string(), reason: z.string().nullable() }),
  ),
  splitFrom: relatedSchema.nullable(),
  splitOff: z.array(relatedSchema),
});
export type RelatedView = z.infer<typeof relatedViewSchema>;

export const mergeCandidateQuerySchema = z.strictObject({ reference: z.string().trim().min(1).max(40) });
