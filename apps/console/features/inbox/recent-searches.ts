import { z } from 'zod';
import { SEARCH_MAX_CHARACTERS } from '#contracts/search.http.js';
import { keep, recallJson } from '../../lib/storage.js';

const KEPT = 8;
const recentSchema = z.array(z.string().min(1).max(SEARCH_MAX_CHARACTERS)).max(KEPT);

/** On this device only, for this officer only: what is looked for may name a citizen. */
const keyOf = (officerId: string) => `answerable:searches:${officerId}`;

export function recentSearches(officerId: string): string[] {
  return recentSchema.safeParse(recallJson(keyOf(officerId))).data ?? [];
}

/** The newest first, each once. */
export function keepSearch(officerId: string, text: string): void {
  const others = recentSearches(officerId).filter((earlier) => earlier !== text);
  keep(keyOf(officerId), JSON.stringify([text, ...others].slice(0, KEPT)));
}
