import { unsavedCalendars } from '../features/calendars/kept-calendars.js';
import { saveKeptReplies, unsavedReplies } from '../features/conversation/kept-replies.js';
import { unsavedNotes } from '../features/conversation/note-draft.js';
import { saveKeptLetters, unsavedLetters } from '../features/letters/kept-letters.js';
import { unsavedPolicies } from '../features/policies/kept-policies.js';
import { unsavedScreenings } from '../features/screening/kept-screening.js';
import { flushOpenEditors } from '../lib/saved-editor.js';
import type { Unsaved } from '../lib/unsaved.js';

/** A desk that does not answer must not hold up who wants to leave: what is not saved by then counts as not saved. */
const PATIENCE_MS = 8_000;

/** What is left on this device after everything was saved that can be. */
export async function wordsOnlyHere(officerId: string): Promise<Unsaved[]> {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([saveAll(officerId), patience]);
  return [unsavedReplies, unsavedNotes, unsavedLetters, unsavedPolicies, unsavedCalendars, unsavedScreenings].flatMap(
    (of) => of(officerId),
  );
}

/** What is on the screen first: it knows best what the desk has of it. */
async function saveAll(officerId: string): Promise<void> {
  await flushOpenEditors();
  await Promise.all([saveKeptReplies(officerId), saveKeptLetters(officerId)]);
}
