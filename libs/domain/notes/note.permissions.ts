import { type Actor, belongsTo, holds, isAdministrator } from '../identity/roles.js';

/** A note is the memory of what colleagues knew when they decided: its author mends it for a day, not for ever. */
export const NOTE_OPEN_HOURS = 24;

export interface NoteFacts {
  departmentId: string;
  authorId: string;
  writtenAt: Date;
}

/** Whoever may read a conversation may write a note in it. */
export function mayWriteNote(actor: Actor, departmentId: string): boolean {
  return belongsTo(actor, departmentId);
}

/** The author edits and deletes within a day; a supervisor deletes what must not stand there, at any time, and edits nothing. */
export function mayOnNote(
  actor: Actor,
  act: 'edit' | 'delete',
  { note, now }: { note: NoteFacts; now: Date },
): boolean {
  if (!belongsTo(actor, note.departmentId)) return false;
  const isOpen = now.getTime() - note.writtenAt.getTime() < NOTE_OPEN_HOURS * 3_600_000;
  const isOwn = note.authorId === actor.officerId && isOpen;
  if (act === 'edit') return isOwn;
  return isOwn || holds(actor, 'supervisor', note.departmentId) || isAdministrator(actor);
}
