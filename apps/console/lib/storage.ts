import { z } from 'zod';

/** localStorage may be full, blocked or missing; what is kept there is a comfort, never the only copy on screen. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** False when it could not be kept. */
export function keep(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept, so nothing is left.
  }
}

/** What an officer's keys hold that the desk has too; words that it has not stay until they are saved. */
export function forgetSaved(officerId: string): void {
  try {
    for (const key of Object.keys(localStorage)) {
      const isOwn = key.startsWith('answerable:') && key.includes(`:${officerId}:`);
      if (isOwn && savedSchema.safeParse(recallJson(key)).success) forget(key);
    }
  } catch {
    // Nothing was kept, so nothing is left.
  }
}

const savedSchema = z.object({ isSaved: z.literal(true) });

/** The JSON under a key, or undefined. */
export function recallJson(key: string): unknown {
  const text = recall(key);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
