import { type InboxFilter, type InboxView, inboxFilterSchema } from '#contracts/inbox.http.js';
import { searchTextSchema } from '#contracts/search.http.js';

export type { InboxFilter } from '#contracts/inbox.http.js';

type FilterName = keyof InboxFilter;

const FILTER_NAMES = Object.keys(inboxFilterSchema.shape).filter(isFilterName);

/** Names the saved view that was opened; the filter itself stands beside it in the address. */
export const SAVED = 'saved';

/** What the address says; a part that is not valid counts as not given. */
export function filterFrom(search: URLSearchParams): InboxFilter {
  const given = FILTER_NAMES.flatMap((name) => {
    const value = search.get(name);
    return value !== null && inboxFilterSchema.shape[name].safeParse(value).success ? [[name, value]] : [];
  });
  return inboxFilterSchema.parse(Object.fromEntries(given));
}

/** What is looked for among what the filter leaves. */
export const QUESTION = 'q';

export function questionFrom(search: URLSearchParams): string | undefined {
  return searchTextSchema.safeParse(search.get(QUESTION)).data || undefined;
}

/** The filter as an address says it, and what the address says beside it. */
export function searchOf(
  filter: Partial<InboxFilter>,
  beside: { savedId?: string | undefined; question?: string | undefined } = {},
): string {
  const search = new URLSearchParams(Object.entries(paramsOf(filter)));
  if (beside.question) search.set(QUESTION, beside.question);
  if (beside.savedId) search.set(SAVED, beside.savedId);
  return `?${search}`;
}

export function paramsOf(filter: Partial<InboxFilter>): Record<string, string> {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

export function isFiltered(filter: InboxFilter): boolean {
  return filterCount(filter) > 0;
}

/** How many things are asked beside the view. */
export function filterCount({ view, tagMatch, ...asked }: InboxFilter): number {
  return Object.values(asked).filter((value) => value !== undefined).length;
}

/** The same address with another view: what else was set belongs to the view that it was set in, but not a search. */
export function searchOfView(view: InboxView, filter: InboxFilter, question?: string): string {
  return searchOf({ view, department: filter.department }, { question });
}

function isFilterName(name: string): name is FilterName {
  return name in inboxFilterSchema.shape;
}
