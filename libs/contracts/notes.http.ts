import { z } from 'zod';
import { ROLES } from '#domain/identity/roles.js';
import { NOTE_LIMIT } from '#domain/notes/mentions.js';
import { instantSchema } from './paging.http.js';
import { stored } from './text.js';

const noteBodySchema = stored(z.string().trim().min(1).max(NOTE_LIMIT));

/** `noteId` is made by the console: the same one again (a double click, a retry) is the same note. */
export const writeNoteSchema = z.object({ noteId: z.uuid(), body: noteBodySchema });
export const seenNoteSchema = z.strictObject({ version: z.coerce.number().int().min(1) });
export const editNoteSchema = z.object({ version: z.int().min(1), body: noteBodySchema });

/** Ids, so that the console knows what it wrote; the conversation is fetched again. */
export const notedSchema = z.object({ id: z.uuid(), version: z.int(), conversationVersion: z.int() });
export type Noted = z.infer<typeof notedSchema>;

/** A note in the thread: for staff only, on no output of the public. */
export const noteViewSchema = z.object({
  kind: z.literal('note'),
  id: z.uuid(),
  /** Where it was written: another one than it is read in, where that has been merged. */
  conversationId: z.uuid(),
  version: z.int(),
  officer: z.object({ id: z.uuid(), name: z.string() }),
  /** Mentions as `@[officer id]`; empty once it is deleted. */
  body: z.string(),
  mentions: z.array(z.object({ id: z.uuid(), name: z.string() })),
  writtenAt: instantSchema,
  editedAt: instantSchema.nullable(),
  deleted: z.object({ at: instantSchema, officerName: z.string() }).nullable(),
  /** What it said before it was edited, oldest first. */
  earlier: z.array(z.object({ body: z.string(), writtenAt: instantSchema })),
});
export type NoteView = z.infer<typeof noteViewSchema>;

/** Who may read the conversation, and so be mentioned in its notes. */
export const mentionableSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  isPresent: z.boolean(),
});
export type Mentionable = z.infer<typeof mentionableSchema>;
export const mentionableListSchema = z.object({ items: z.array(mentionableSchema) });
