import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { conversationViewSchema, type HistoryEntry, historySchema } from '#contracts/conversations.http.js';
import { deadlineListSchema } from '#contracts/deadlines.http.js';
import { read } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: keys.conversation(id),
    queryFn: ({ signal }) => read(`/conversations/${encodeURIComponent(id)}`, conversationViewSchema, signal),
  });

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: keys.history(id),
    queryFn: ({ signal }) => read(`/conversations/${encodeURIComponent(id)}/events`, historySchema, signal),
  });

/** Derived moments after what moves a clock: soon asked again where one is missing. */
export const deadlinesQuery = (id: string) =>
  queryOptions({
    queryKey: keys.deadlines(id),
    queryFn: ({ signal }) => read(`/conversations/${encodeURIComponent(id)}/deadlines`, deadlineListSchema, signal),
  });

/** The latest fact first. Ids grow with time, so they settle what happened in the same instant. */
export function latestFirst(items: readonly HistoryEntry[]): HistoryEntry[] {
  return items.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at) || (b.id < a.id ? -1 : 1));
}

/** After an act of our own: not waiting for the doorbell. */
export async function refetchAround(queries: QueryClient, id: string): Promise<void> {
  const stale = [keys.conversation(id), keys.history(id), keys.deadlines(id), keys.inboxes, keys.counts];
  await Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })));
}
