import { z } from 'zod';
import { letterTextSchema, letterViewSchema } from '#contracts/letters.http.js';
import { act } from '../../lib/http.js';
import { forget, keep, keysOf, recallJson } from '../../lib/storage.js';
import type { Unsaved } from '../../lib/unsaved.js';
import type { Saved } from './letter-editor.js';

const keptSchema = z.object({ version: z.int(), text: letterTextSchema });

interface LetterKey {
  officerId: string;
  letterId: string;
}

const keyOf = ({ officerId, letterId }: LetterKey) => `answerable:letter:${officerId}:${letterId}`;

/** What this device has of a letter and the desk has not. */
export function recallLetter(letter: LetterKey): Saved | null {
  return keptSchema.safeParse(recallJson(keyOf(letter))).data ?? null;
}

/** Null: the desk has it all. */
export function keepLetter(letter: LetterKey, unsaved: Saved | null): void {
  if (unsaved) keep(keyOf(letter), JSON.stringify(unsaved));
  else forget(keyOf(letter));
}

/** Brings to the desk what was written on this device, as far as nobody has written since. */
export async function saveKeptLetters(officerId: string): Promise<void> {
  await Promise.allSettled(
    keptOf(officerId).map(async ({ letterId, kept: { version, text } }) => {
      const path = `/letters/${encodeURIComponent(letterId)}/draft`;
      await act(letterViewSchema, { method: 'PUT', path, body: { ...text, version } });
      keepLetter({ officerId, letterId }, null);
    }),
  );
}

export function unsavedLetters(officerId: string): Unsaved[] {
  return keptOf(officerId).map(({ letterId, kept: { text } }) => ({
    kind: 'letter',
    at: `/letters/${letterId}`,
    text: [text.title, text.salutation, text.body].filter(Boolean).join('\n\n'),
  }));
}

function keptOf(officerId: string): { letterId: string; kept: Saved }[] {
  return keysOf(officerId, 'letter').flatMap((key) => {
    const letterId = key.split(':')[3] ?? '';
    const kept = recallLetter({ officerId, letterId });
    return kept ? [{ letterId, kept }] : [];
  });
}
