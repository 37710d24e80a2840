import { z } from 'zod';
import { APPEAL_STATUSES } from '#domain/moderation/appeal.lifecycle.js';
import { DECISIONS } from '#domain/moderation/decision.lifecycle.js';
import { MODERATION_STATES } from '#domain/moderation/visibility.js';
import { localisedSchema } from './directory.http.js';
import { findingSchema, messageTextsSchema } from './moderation.http.js';
import { cursorSchema, instantSchema, limitSchema } from './paging.http.js';
import { slugSchema, stored } from './text.js';

/** In characters, for the appeal itself and for every answer. */
export const APPEAL_LIMIT = 4_000;
const words = (longest: number) => stored(z.string().trim().min(1).max(longest));

/** Made by who sends it: the same one again is one. */
const own = { id: z.uuid() };
export const lodgeAppealSchema = z.strictObject({ ...own, decisionId: z.uuid(), body: words(APPEAL_LIMIT) });

/** The version of the appeal that the moderator was looking at. */
const seen = { version: z.int().min(1) };
export const askSchema = z.strictObject({ ...seen, ...own, body: words(1_000) });
export const decideAppealSchema = z.strictObject({
  ...seen,
  outcome: z.enum(['upheld', 'overturned']),
  /** Why, to the author. */
  explanation: words(2_000),
});

export const appealsQuerySchema = z.strictObject({
  department: slugSchema.optional(),
  limit: limitSchema,
  cursor: cursorSchema,
});
export const appealEntrySchema = z.object({
  id: z.uuid(),
  kind: z.enum(['question', 'answer']),
  body: z.string(),
  /** Who asked; null for an answer. */
  officerName: z.string().nullable(),
  at: instantSchema,
});
export const appealSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  status: z.enum(APPEAL_STATUSES),
  body: z.string(),
  lodgedAt: instantSchema,
  /** Who wrote it down for the author; null where the author did. */
  lodgedBy: z.string().nullable(),
  conversationId: z.uuid(),
  reference: z.string(),
  department: z.object({ id: z.uuid(), slug: z.string(), name: localisedSchema }),
  /** As written. */
  message: messageTextsSchema.extend({
    id: z.uuid(),
    state: z.enum(MODERATION_STATES),
    findings: z.array(findingSchema),
    /** As everybody reads it, where something is covered. */
    redacted: messageTextsSchema.nullable(),
  }),
  decision: z.object({
    id: z.uuid(),
    decision: z.enum(DECISIONS),
    at: instantSchema,
    /** Null for screening. */
    by: z.string().nullable(),
    reason: localisedSchema,
    explanation: z.string().nullable(),
    note: z.string().nullable(),
  }),
  /** Oldest first. */
  dialogue: z.array(appealEntrySchema),
  /** Whether the caller may ask and decide: not against an own decision. */
  mayDecide: z.boolean(),
  /** Whether its author has a page on which to answer. */
  canAnswer: z.boolean(),
  /** From when on it may be upheld though its author has not answered. */
  upheldFrom: instantSchema.nullable(),
});
export type AppealView = z.infer<typeof appealSchema>;
export const appealsSchema = z.object({ items: z.array(appealSchema), nextCursor: z.string().nullable() });
export const appealActedSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  status: z.enum(APPEAL_STATUSES),
  conversationId: z.uuid(),
});
export type AppealActed = z.infer<typeof appealActedSchema>;
