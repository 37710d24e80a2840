import { z } from 'zod';
import { assignSchema, claimSchema, closeSchema, transferSchema } from './conversations.http.js';
import { instantSchema } from './paging.http.js';
import { prioritiseSchema, retagSchema, snoozeSchema } from './triage.http.js';

/** The most conversations of one bulk act. */
export const BULK_LIMIT = 10_000;
/** Bytes of one order: BULK_LIMIT picked rows of some 60 bytes each, and room to spare. */
export const BULK_BYTES_LIMIT = 1024 * 1024;
/** How many bulk acts of one officer may wait their turn. */
export const BULKS_WAITING_LIMIT = 20;

const many = { version: true } as const;

/** What is done to each: the same as one conversation's button sends, without the version, which comes with each row. */
export const bulkOrderSchema = z.discriminatedUnion('act', [
  claimSchema.omit(many).extend({ act: z.literal('claim') }),
  assignSchema.omit(many).extend({ act: z.literal('assign') }),
  transferSchema.omit(many).extend({ act: z.literal('transfer') }),
  closeSchema.omit(many).extend({ act: z.literal('close') }),
  z.strictObject({ act: z.literal('tag'), add: retagSchema.shape.add, remove: retagSchema.shape.remove }),
  z
    .strictObject({
      act: z.literal('priority'),
      priority: prioritiseSchema.shape.priority,
      reason: prioritiseSchema.shape.reason,
    })
    .refine(({ priority, reason }) => priority !== 'urgent' || reason !== undefined, {
      error: 'say why it is urgent',
      path: ['reason'],
    }),
  z.strictObject({
    act: z.literal('snooze'),
    until: snoozeSchema.shape.until,
    untilMessage: snoozeSchema.shape.untilMessage,
    reason: snoozeSchema.shape.reason,
  }),
]);
export type BulkOrder = z.infer<typeof bulkOrderSchema>;
export type BulkActName = BulkOrder['act'];

const seenSchema = z.strictObject({ id: z.uuid(), version: z.int().min(1) });

/**
 * Either the rows that were picked, each with the version that was on screen, or everything that a filter shows at the
 * moment of pressing: `filter` is the query of `GET /api/inbox` as it stands behind the question mark.
 */
export const bulkSelectionSchema = z.union([
  z.strictObject({ conversations: z.array(seenSchema).min(1).max(BULK_LIMIT) }),
  z.strictObject({ filter: z.string().max(4_000) }),
]);
export type BulkSelection = z.infer<typeof bulkSelectionSchema>;

/** `id` is made by the console: the same one again (a double click, a retry) is the same bulk act. */
export const orderBulkSchema = z.strictObject({
  id: z.uuid(),
  order: bulkOrderSchema,
  selection: bulkSelectionSchema,
});
export type OrderBulk = z.infer<typeof orderBulkSchema>;

/** Undo and retry are bulk acts of their own, with an id of the console's making. */
export const followUpBulkSchema = z.strictObject({ id: z.uuid() });

export const orderedBulkSchema = z.object({ bulkId: z.uuid(), total: z.int() });
export type OrderedBulk = z.infer<typeof orderedBulkSchema>;

export const bulkFilterQuerySchema = z.strictObject({ filter: z.string().max(4_000) });
/** Counting stops one above BULK_LIMIT: more than that cannot be ordered at once. */
export const bulkFilterCountSchema = z.object({ total: z.int(), limit: z.int() });
export type BulkFilterCount = z.infer<typeof bulkFilterCountSchema>;

export const BULK_STATES = ['waiting', 'running', 'finished', 'cancelled'] as const;

export const bulkSchema = z.object({
  id: z.uuid(),
  order: bulkOrderSchema,
  /** The bulk act that this one takes back. */
  undoes: z.uuid().nullable(),
  undoneBy: z.uuid().nullable(),
  state: z.enum(BULK_STATES),
  total: z.int(),
  /** Includes what was as ordered already. */
  done: z.int(),
  refused: z.int(),
  orderedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  may: z.object({ cancel: z.boolean(), undo: z.boolean(), retry: z.boolean() }),
});
export type BulkView = z.infer<typeof bulkSchema>;
export const bulkListSchema = z.object({ items: z.array(bulkSchema) });

export const refusedListQuerySchema = z.object({
  /** Opaque to callers: where the next page starts. */
  cursor: z
    .string()
    .regex(/^\d{1,6}$/, { error: 'is not a cursor of this desk' })
    .optional(),
});
export const refusedRowSchema = z.object({
  conversationId: z.uuid(),
  /** Null where the caller may not, or may no longer, read it. */
  conversation: z
    .object({ reference: z.string(), title: z.string().nullable(), excerpt: z.string(), language: z.string() })
    .nullable(),
  /** A code as in problem+json. */
  code: z.string(),
  detail: z.string().nullable(),
});
export type RefusedRow = z.infer<typeof refusedRowSchema>;
export const refusedListSchema = z.object({ items: z.array(refusedRowSchema), nextCursor: z.string().nullable() });
export type RefusedList = z.infer<typeof refusedListSchema>;
