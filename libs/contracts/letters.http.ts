import { z } from 'zod';
import { LETTER_STATUSES } from '#domain/letters/letter.lifecycle.js';
import { departmentSchema, localisedSchema } from './directory.http.js';
import { cursorSchema, instantSchema, limitSchema } from './paging.http.js';
import { stored } from './text.js';

export const LETTER_BODY_LIMIT = 50_000;

export const draftLetterSchema = z.object({ conversationId: z.uuid() });

export const letterTextSchema = z.object({
  title: stored(z.string().max(200)),
  salutation: stored(z.string().max(200)),
  body: stored(z.string().max(LETTER_BODY_LIMIT)),
  /** One of the department's officials: under this name it is published. */
  officialId: z.uuid().nullable(),
});
export const saveLetterSchema = letterTextSchema.extend({ version: z.int().min(1) });
export const letterActSchema = z.object({ version: z.int().min(1) });
/** An approval and a publication name the exact text by its SHA-256, in hexadecimal. */
export const letterTextActSchema = letterActSchema.extend({ contentHash: z.string().regex(/^[0-9a-f]{64}$/) });
export const returnLetterSchema = letterActSchema.extend({ note: stored(z.string().trim().min(1).max(2_000)) });

export const letterListQuerySchema = z.strictObject({
  status: z.enum(LETTER_STATUSES).optional(),
  limit: limitSchema,
  cursor: cursorSchema,
});

export const letterRowSchema = z.object({
  id: z.uuid(),
  reference: z.string(),
  version: z.int(),
  status: z.enum(LETTER_STATUSES),
  title: z.string(),
  department: z.object({ id: z.uuid(), slug: z.string(), name: localisedSchema }),
  conversation: z.object({
    id: z.uuid(),
    reference: z.string(),
    title: z.string().nullable(),
    citizenName: z.string(),
  }),
  authorName: z.string(),
  updatedAt: instantSchema,
});
export type LetterRow = z.infer<typeof letterRowSchema>;
export const letterListSchema = z.object({ items: z.array(letterRowSchema), nextCursor: z.string().nullable() });

export const letterViewSchema = z.object({
  id: z.uuid(),
  reference: z.string(),
  version: z.int(),
  status: z.enum(LETTER_STATUSES),
  department: departmentSchema,
  conversation: z.object({
    id: z.uuid(),
    reference: z.string(),
    title: z.string().nullable(),
    citizenName: z.string(),
    /** What the letter answers, oldest first. */
    messages: z.array(z.object({ id: z.uuid(), body: z.string(), postedAt: instantSchema })),
  }),
  text: letterTextSchema,
  signatory: z.object({ name: localisedSchema, title: localisedSchema }).nullable(),
  author: z.object({ id: z.uuid(), name: z.string() }),
  /** The frozen text under review or approved; null for a draft. */
  submission: z
    .object({
      number: z.int(),
      contentHash: z.string(),
      submittedBy: z.string(),
      submittedAt: instantSchema,
      approvedBy: z.string().nullable(),
      approvedAt: instantSchema.nullable(),
    })
    .nullable(),
  /** Why a reviewer returned it the last time; null when it was not, or has been submitted again. */
  returned: z.object({ note: z.string(), byName: z.string(), at: instantSchema }).nullable(),
  publishedAt: instantSchema.nullable(),
  publicUrl: z.string().nullable(),
  may: z.object({
    edit: z.boolean(),
    submit: z.boolean(),
    return: z.boolean(),
    approve: z.boolean(),
    publish: z.boolean(),
  }),
});
export type LetterView = z.infer<typeof letterViewSchema>;
