import { z } from 'zod';
import { VISIBILITIES } from '#domain/moderation/visibility.js';
import { instantSchema } from './paging.http.js';
import { stored } from './text.js';

export const TITLE_LIMIT = 200;
export const BODY_LIMIT = 10_000;
/** Bytes of one JSON body, and of one line of a batch. */
export const MESSAGE_BYTES_LIMIT = 256 * 1024;
export const BATCH_LINES_LIMIT = 10_000;

const text = (limit: number) =>
  stored(z.string()).refine((value) => value.length <= limit || [...value].length <= limit, {
    error: `must be at most ${limit} characters`,
  });

const filled = (limit: number) => text(limit).refine((value) => value.trim() !== '', { error: 'must not be empty' });

export const bodySchema = filled(BODY_LIMIT);
export const titleSchema = text(TITLE_LIMIT);

export const messageSchema = z.object({
  /** The message's id on the channel: the same one again is the same message. */
  externalId: filled(200),
  /** The department's slug. */
  department: z.string().min(1).max(100),
  author: z.object({ externalId: filled(200), name: filled(100) }),
  title: titleSchema.optional(),
  body: bodySchema,
  /** When the citizen wrote it, with its offset; now where it is missing. Never in the future. */
  postedAt: instantSchema.optional(),
  /** BCP 47; guessed from the text where it is missing. */
  language: z
    .string()
    .max(35)
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'must be a BCP 47 language tag' })
    .optional(),
  /** The external id of an earlier message on the same channel: this one joins its conversation. */
  inReplyTo: filled(200).optional(),
  visibility: z.enum(VISIBILITIES).default('public'),
});
export type IncomingMessage = z.infer<typeof messageSchema>;

export const acceptedSchema = z.object({
  reference: z.string(),
  conversationId: z.uuid(),
  duplicate: z.boolean(),
});
export type Accepted = z.infer<typeof acceptedSchema>;

/** One line of the answer to a batch, in the order of the input. */
export const batchResultSchema = z.union([
  acceptedSchema.extend({ line: z.int(), status: z.literal(202) }),
  z.object({
    line: z.int(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), reason: z.string() })).optional(),
  }),
]);
export type BatchResult = z.infer<typeof batchResultSchema>;
