import { z } from 'zod';
import { PRIORITIES } from '#domain/conversations/priority.js';
import { TAG_COLOURS } from '#domain/triage/tag-colours.js';
import { TAGS_ON_ONE_LIMIT } from '#domain/triage/tags.js';
import { localisedSchema } from './directory.http.js';
import { instantSchema } from './paging.http.js';
import { slugSchema, stored } from './text.js';

/** What triage put on a conversation; part of every row and of the conversation itself. */
export const labelledSchema = z.object({
  priority: z.enum(PRIORITIES),
  /** As they were put on: `GET /api/tags` says what they are called, and what they were merged into. */
  tagIds: z.array(z.uuid()),
  /** Out of the lists until then, at the latest; null while it is awake. */
  snoozedUntil: instantSchema.nullable(),
  /** It waits for the citizen to write. */
  snoozedUntilMessage: z.boolean(),
  /** Since when the citizen is awaited, who was asked something; a message of theirs ends it. */
  askedAt: instantSchema.nullable(),
  /** Since when supervisors know that nobody took it. */
  escalatedAt: instantSchema.nullable(),
});
export type Labelled = z.infer<typeof labelledSchema>;

/** The version that the officer was looking at. */
const seen = { version: z.int().min(1) };
const reasonSchema = stored(z.string().trim().min(1).max(500));
const tagIdsSchema = z.array(z.uuid()).max(TAGS_ON_ONE_LIMIT);

export const retagSchema = z.strictObject({
  ...seen,
  add: tagIdsSchema.default([]),
  remove: tagIdsSchema.default([]),
});
/** Why is asked for where others are passed over for it. */
export const prioritiseSchema = z
  .strictObject({ ...seen, priority: z.enum(PRIORITIES), reason: reasonSchema.optional() })
  .refine(({ priority, reason }) => priority !== 'urgent' || reason !== undefined, {
    error: 'say why it is urgent',
    path: ['reason'],
  });
/** Until a time, or until the citizen writes (then `until` is when it comes back if nothing is written). */
export const snoozeSchema = z.strictObject({
  ...seen,
  until: instantSchema.optional(),
  untilMessage: z.boolean().default(false),
  reason: reasonSchema.optional(),
});
export const wakeSchema = z.strictObject(seen);
export const acknowledgeSchema = z.strictObject(seen);
/** Null: of none. */
export const classifySchema = z.strictObject({ ...seen, classCode: z.string().min(1).max(60).nullable() });

const tagNameSchema = stored(z.string().trim().max(40));
const tagNamesSchema = z
  .strictObject({ en: tagNameSchema.default(''), zh: tagNameSchema.default('') })
  .refine(({ en, zh }) => en !== '' || zh !== '', { error: 'needs a name in one of the languages' });
const tagFields = { name: tagNamesSchema, colour: z.enum(TAG_COLOURS) };
/** `id` is made by the console: the same one again (a double click, a retry) makes one tag. */
export const createTagSchema = z.strictObject({ id: z.uuid(), department: slugSchema, ...tagFields });
export const editTagSchema = z.strictObject({ ...seen, ...tagFields });
export const changeTagSchema = z.strictObject(seen);
export const mergeTagSchema = z.strictObject({ ...seen, intoId: z.uuid() });

export const tagSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  department: z.object({ id: z.uuid(), slug: z.string() }),
  name: localisedSchema,
  colour: z.enum(TAG_COLOURS),
  isArchived: z.boolean(),
  mergedIntoId: z.uuid().nullable(),
});
export type TagView = z.infer<typeof tagSchema>;
/** Every tag of the departments that the caller may read, archived and merged ones too: rows may still carry them. */
export const tagListSchema = z.object({ items: z.array(tagSchema) });
