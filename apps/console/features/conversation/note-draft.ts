import { z } from 'zod';
import { forget, keep, keysOf, recallJson } from '../../lib/storage.js';
import type { Unsaved } from '../../lib/unsaved.js';
import { newId } from '../../lib/uuid.js';

const noteDraftSchema = z.object({
  /** Made once per note: sent twice, it is still one. */
  noteId: z.uuid(),
  body: z.string(),
});
export type NoteDraft = z.infer<typeof noteDraftSchema>;

const keyOf = (officerId: string, conversationId: string) => `answerable:note:${officerId}:${conversationId}`;

export function newNote(): NoteDraft {
  return { noteId: newId(), body: '' };
}

/** What was being written here, also before a reload. */
export function recallNote(officerId: string, conversationId: string): NoteDraft {
  const kept = noteDraftSchema.safeParse(recallJson(keyOf(officerId, conversationId)));
  return kept.success ? kept.data : newNote();
}

export function keepNote(officerId: string, conversationId: string, note: NoteDraft): void {
  if (note.body) keep(keyOf(officerId, conversationId), JSON.stringify(note));
  else forget(keyOf(officerId, conversationId));
}

const editSchema = z.object({
  /** Of the note that these words were written over. */
  version: z.int(),
  body: z.string(),
});
export type NoteEditDraft = z.infer<typeof editSchema>;

export interface EditedNote {
  officerId: string;
  conversationId: string;
  noteId: string;
}

const editKeyOf = ({ officerId, conversationId, noteId }: EditedNote) =>
  `answerable:note-edit:${officerId}:${conversationId}:${noteId}`;

/** What was being made of a note here, also before a reload. */
export function recallNoteEdit(note: EditedNote): NoteEditDraft | null {
  const kept = editSchema.safeParse(recallJson(editKeyOf(note)));
  return kept.success ? kept.data : null;
}

/** Null: it is saved, or given up. */
export function keepNoteEdit(note: EditedNote, edit: NoteEditDraft | null): void {
  if (edit) keep(editKeyOf(note), JSON.stringify(edit));
  else forget(editKeyOf(note));
}

const wordsSchema = z.object({ body: z.string().min(1) });

/** Notes are kept by this device only until they are written. */
export function unsavedNotes(officerId: string): Unsaved[] {
  return ['note', 'note-edit'].flatMap((kind) =>
    keysOf(officerId, kind).flatMap((key): Unsaved[] => {
      const kept = wordsSchema.safeParse(recallJson(key)).data;
      return kept ? [{ kind: 'note', at: `/conversations/${key.split(':')[3]}`, text: kept.body }] : [];
    }),
  );
}
