import { z } from 'zod';
import { SCREENING_NOTES } from '#domain/moderation/finding-kinds.js';
import { CLEAR_REASONS, HIDE_REASONS } from '#domain/moderation/reasons.js';
import { localisedSchema } from './directory.http.js';
import { cursorSchema, instantSchema, limitSchema } from './paging.http.js';
import { slugSchema, stored } from './text.js';

/** What a screening phase found. Offsets are UTF-16 units into the field. */
export const findingSchema = z.object({
  phase: z.string(),
  kind: z.string(),
  field: z.enum(['title', 'body', 'name']),
  start: z.int().min(0),
  end: z.int().min(0),
  /** How sure and how grave; what was found before there were scores was sure. */
  score: z.number().min(0).max(1).default(1),
});
export type FindingView = z.infer<typeof findingSchema>;

/** What is to be known of a message's screening beside what was found in it. */
export const messageScreeningSchema = z.object({
  notes: z.array(z.enum(SCREENING_NOTES)),
  /** The versions that judged it; 0: what every desk begins with, null: the department had none of its own. */
  policy: z.object({ desk: z.int(), department: z.int().nullable() }),
  /** How many people wrote the same to the department, this one among them; null: nobody else. */
  campaign: z.int().nullable(),
  /** The author may be in danger: what they are shown. */
  helpline: localisedSchema.nullable(),
});
export type MessageScreening = z.infer<typeof messageScreeningSchema>;

export const moderationQueueQuerySchema = z.strictObject({
  department: slugSchema.optional(),
  limit: limitSchema,
  cursor: cursorSchema,
});

export const heldMessageSchema = z.object({
  messageId: z.uuid(),
  conversationId: z.uuid(),
  conversationVersion: z.int(),
  reference: z.string(),
  department: z.object({ id: z.uuid(), slug: z.string(), name: localisedSchema }),
  citizenName: z.string(),
  title: z.string().nullable(),
  body: z.string(),
  receivedAt: instantSchema,
  findings: z.array(findingSchema),
  screening: messageScreeningSchema.nullable(),
});
export type HeldMessage = z.infer<typeof heldMessageSchema>;
export const moderationQueueSchema = z.object({ items: z.array(heldMessageSchema), nextCursor: z.string().nullable() });

export const moderationDecisionSchema = z.discriminatedUnion('decision', [
  z.object({
    messageId: z.uuid(),
    decision: z.literal('clear'),
    reason: z.enum(CLEAR_REASONS),
    note: stored(z.string().trim().max(1_000)).optional(),
  }),
  z.object({
    messageId: z.uuid(),
    decision: z.literal('hide'),
    reason: z.enum(HIDE_REASONS),
    note: stored(z.string().trim().max(1_000)).optional(),
  }),
]);
export type ModerationDecisionInput = z.infer<typeof moderationDecisionSchema>;

export const moderationDecidedSchema = z.object({ decisionId: z.uuid(), conversationId: z.uuid(), version: z.int() });
