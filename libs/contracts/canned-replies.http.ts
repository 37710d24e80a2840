import { z } from 'zod';
import { unknownVariables } from '#domain/canned-replies/variables.js';
import { instantSchema } from './paging.http.js';
import { slugSchema, stored } from './text.js';

export const CANNED_BODY_LIMIT = 5_000;
export const CANNED_LANGUAGES = ['en', 'zh'] as const;

/** What is typed after "/": one word of letters, digits and hyphens in any script. */
const shortcutSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(40)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u, { error: 'must be one word of letters, digits and hyphens' });

const textSchema = z.object({
  title: stored(z.string().trim().min(1).max(120)),
  shortcut: shortcutSchema.nullable(),
  language: z.enum(CANNED_LANGUAGES),
  body: stored(z.string().trim().min(1).max(CANNED_BODY_LIMIT)).superRefine((body, context) => {
    const unknown = unknownVariables(body);
    if (unknown.length > 0) {
      context.addIssue({ code: 'custom', message: `names what no conversation has: ${unknown.join(', ')}` });
    }
  }),
});

/** `department`: a slug; null for one's own. */
export const writeCannedReplySchema = textSchema.extend({ id: z.uuid(), department: slugSchema.nullable() });
export const editCannedReplySchema = textSchema.extend({ version: z.int().min(1) });
export const seenCannedReplySchema = z.object({ version: z.int().min(1) });

export const cannedReplySchema = z.object({
  id: z.uuid(),
  version: z.int(),
  /** Null for one's own. */
  department: z.object({ id: z.uuid(), slug: z.string() }).nullable(),
  title: z.string(),
  shortcut: z.string().nullable(),
  language: z.enum(CANNED_LANGUAGES),
  body: z.string(),
  usedCount: z.int(),
  usedAt: instantSchema.nullable(),
  editedByName: z.string(),
  editedAt: instantSchema,
  mayEdit: z.boolean(),
});
export type CannedReplyView = z.infer<typeof cannedReplySchema>;

/** All that the caller may use: the departments' and one's own. `department` leaves the others' out. */
export const cannedReplyQuerySchema = z.strictObject({ department: slugSchema.optional() });
export const cannedReplyListSchema = z.object({ items: z.array(cannedReplySchema) });

/** What it said before, the latest first. */
export const cannedReplyVersionsSchema = z.object({
  items: z.array(
    z.object({
      number: z.int(),
      title: z.string(),
      shortcut: z.string().nullable(),
      language: z.enum(CANNED_LANGUAGES),
      body: z.string(),
      editedByName: z.string(),
      editedAt: instantSchema,
    }),
  ),
});
export type CannedReplyVersions = z.infer<typeof cannedReplyVersionsSchema>;
