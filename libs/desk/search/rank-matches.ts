import type { DataSource } from 'typeorm';
import type { SearchedKind } from '#contracts/search.http.js';
import { sightOf } from '#domain/moderation/visibility.js';
import { placeOf } from '#domain/search/relevance.js';
import type { SearchQuery } from '#domain/search/search-query.js';
import { prepared } from '#platform/database/prepared.js';
import { noteText } from '../conversations/search-index.js';
import { ENTRY_TEXTS, type EntryText, type FoundEntry } from './search.queries.js';

export interface RankedMatch {
  entry: FoundEntry;
  text: EntryText;
  place: number;
}

/** Reads the texts, drops what does not hold the terms after all, and keeps the best of each conversation, best first. */
export async function rankMatches(
  dataSource: DataSource,
  query: SearchQuery,
  entries: readonly FoundEntry[],
): Promise<RankedMatch[]> {
  const texts = await textsOf(dataSource, entries);
  const best = new Map<string, RankedMatch>();
  for (const entry of entries) {
    const text = texts.get(entry.entryId);
    const place = text ? placeOf(query, text, entry.at) : null;
    if (!text || place === null) continue;
    const other = best.get(entry.conversationId);
    if (!other || other.place < place) best.set(entry.conversationId, { entry, text, place });
  }
  return [...best.values()].sort((a, b) => inOrder(orderOf(a), orderOf(b)));
}

/** Conversations of which one of these entries really holds the terms. */
export async function conversationsWith(
  dataSource: DataSource,
  query: SearchQuery,
  entries: readonly FoundEntry[],
): Promise<Set<string>> {
  const holds = query.terms.some(({ needsLook }) => needsLook) ? await rankMatches(dataSource, query, entries) : null;
  return new Set(
    holds?.map(({ entry }) => entry.conversationId) ?? entries.map(({ conversationId }) => conversationId),
  );
}

export const orderOf = ({ place, entry: { conversationId } }: RankedMatch): MatchOrder => ({ place, conversationId });

/** Where a match stands in its stretch. */
export interface MatchOrder {
  place: number;
  conversationId: string;
}

/** By id where they are as good, so that pages fit together. */
export function inOrder(a: MatchOrder, b: MatchOrder): number {
  return b.place - a.place || (a.conversationId < b.conversationId ? -1 : 1);
}

async function textsOf(dataSource: DataSource, entries: readonly FoundEntry[]): Promise<Map<string, EntryText>> {
  if (entries.length === 0) return new Map();
  const idsOf = (kind: SearchedKind) => entries.filter((entry) => entry.kind === kind).map(({ entryId }) => entryId);
  const ids = (['message', 'reply', 'note', 'letter'] as const).map(idsOf);
  const texts = await prepared<EntryText>(dataSource, ENTRY_TEXTS, ids);
  const notes = new Set(ids[2]);
  return new Map(
    texts.filter(isSeen).map((text) => [text.id, notes.has(text.id) ? { ...text, body: noteText(text.body) } : text]),
  );
}

/** The one gate decides here too what officers see of a message. */
function isSeen({ visibility, state }: EntryText): boolean {
  return !visibility || !state || sightOf('staff', { visibility, state }) === 'full';
}
