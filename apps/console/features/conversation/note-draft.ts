import { z } from 'zod';
import { forget, keep, recallJson } from '../../lib/storage.js';
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
