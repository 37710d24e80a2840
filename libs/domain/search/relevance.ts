import { foldForSearch } from './fold.js';
import type { SearchQuery } from './search-query.js';

export interface SearchedText {
  /** Null where the entry has none. */
  title: string | null;
  body: string;
  /** Of the citizen who wrote it; null where it is no citizen's. */
  name: string | null;
}

const DAY_MS = 86_400_000;
/** A perfect match counts as if it were written this much later. */
const WORTH_DAYS = 90;
const SHARES = { title: 0.5, together: 0.3, often: 0.2 };
/** Seen so often a word is half as telling as it can be. */
const HALF_OFTEN = 2;

/**
 * Where a found text stands in the list: its time, moved by how well it matches. Depends on nothing but the text and the
 * question, not on the present moment and not on other texts, so that the pages of a list fit together. In milliseconds;
 * null where a term turns out not to be in the text.
 */
export function placeOf(query: SearchQuery, text: SearchedText, at: Date): number | null {
  const relevance = relevanceOf(query, text);
  return relevance === null ? null : at.getTime() + relevance * WORTH_DAYS * DAY_MS;
}

/** 0 to 1: in the title, together as typed, and often. */
export function relevanceOf(query: SearchQuery, { title, body, name }: SearchedText): number | null {
  const folded = foldForSearch(`${title ?? ''}\n${body}\n${name ?? ''}`);
  const endOfTitle = foldForSearch(title ?? '').length;
  let inTitle = 0;
  let seen = 0;
  for (const { pattern } of query.terms) {
    const first = folded.search(pattern);
    if (first < 0) return null;
    const times = folded.match(pattern)?.length ?? 0;
    if (first < endOfTitle) inTitle += 1;
    seen += times / (times + HALF_OFTEN);
  }
  const isTogether = query.whole === null || folded.search(query.whole) >= 0;
  const all = query.terms.length;
  return (SHARES.title * inTitle) / all + (SHARES.often * seen) / all + SHARES.together * Number(isTogether);
}
