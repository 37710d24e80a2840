import type { DataSource } from 'typeorm';
import { windowsBefore } from '#domain/search/scope.js';
import type { SearchQuery } from '#domain/search/search-query.js';
import { prepared } from '#platform/database/prepared.js';
import { type InboxSelection, inboxConditions } from '../conversations/inbox-conditions.js';
import { allOf, type FoundEntry, MATCHES_IN, NEWER_MATCHES, newestMatches, type TimePlace } from './search.queries.js';

/** So many matches are ranked among each other at a time; what is older comes after them. */
const STRETCH = 100;
/** A narrow filter is answered from its conversations, whatever is looked for. */
const FEW_CONVERSATIONS = 200;
/** Of a wide filter so many matches are looked through at a time. */
const LOOKED_THROUGH = 1_000;

export interface Asked {
  query: SearchQuery;
  selection: InboxSelection;
  before: TimePlace;
}

export interface Stretch {
  /** Newest first. */
  entries: FoundEntry[];
  /** Before this there may be more; null where there is none. */
  rest: TimePlace | null;
}

/** The next matches in time, of those that the filter leaves. */
export async function stretchBefore(dataSource: DataSource, asked: Asked): Promise<Stretch> {
  if (!isNarrowed(asked.selection)) return cut(await newest(dataSource, asked, STRETCH), STRETCH);
  const few = await conversationsOf(dataSource, asked.selection);
  if (few.length <= FEW_CONVERSATIONS) {
    const { name, text } = MATCHES_IN;
    return cut(await prepared<FoundEntry>(dataSource, { name, text }, within(asked, few)), STRETCH);
  }
  const looked = await newest(dataSource, asked, LOOKED_THROUGH);
  const left = new Set(await conversationsOf(dataSource, asked.selection, idsOf(looked)));
  const { entries, rest } = cut(
    looked.filter(({ conversationId }) => left.has(conversationId)),
    STRETCH,
  );
  return { entries, rest: rest ?? (looked.length < LOOKED_THROUGH ? null : placeOf(looked.at(-1))) };
}

/** Matches in the same conversations that came before this stretch: there they have been shown. */
export function newerMatches(
  dataSource: DataSource,
  asked: Asked,
  entries: readonly FoundEntry[],
): Promise<FoundEntry[]> {
  return prepared<FoundEntry>(dataSource, NEWER_MATCHES, within(asked, idsOf(entries)));
}

export const wantedBy = ({ terms }: SearchQuery) => allOf([...new Set(terms.flatMap(({ words }) => words))]);

function newest(dataSource: DataSource, { query, selection, before }: Asked, rows: number): Promise<FoundEntry[]> {
  const { departmentIds, now } = selection;
  const windows = windowsBefore(before.at < now ? before.at : now, departmentIds);
  return newestMatches(dataSource, { wanted: wantedBy(query), departmentIds, windows, before, rows });
}

function within({ query, selection, before }: Asked, conversationIds: readonly string[]): unknown[] {
  return [conversationIds, wantedBy(query), selection.departmentIds, before.at, before.id];
}

/** Ids of what the filter leaves, among these or at all; of more than a few it tells only that they are more. */
async function conversationsOf(
  dataSource: DataSource,
  selection: InboxSelection,
  among?: readonly string[],
): Promise<string[]> {
  const { text, values } = conversationsQuery(selection, among);
  const rows: { id: string }[] = await dataSource.query(text, values);
  return rows.map(({ id }) => id);
}

export function conversationsQuery(selection: InboxSelection, among?: readonly string[]) {
  const { where, values } = filtered(selection);
  if (!among) return { text: `SELECT c.id FROM conversation c WHERE ${where} LIMIT ${FEW_CONVERSATIONS + 1}`, values };
  const text = `SELECT c.id FROM conversation c WHERE c.id = ANY($${values.push(among)}::uuid[]) AND ${where}`;
  return { text, values };
}

/** All that the filter asks, in one condition over a conversation `c`. */
export function filtered(selection: InboxSelection): { where: string; values: unknown[] } {
  const { conditions, values, parts, spread } = inboxConditions(selection);
  const all = [
    'c.department_id = ANY($1::uuid[])',
    '$2::uuid IS NOT NULL',
    '$3::timestamptz IS NOT NULL',
    ...conditions,
  ];
  if (spread) all.push(`${spread.column} = ANY(${spread.parameter}::${spread.type}[])`);
  if (!parts.includes('true')) all.push(`(${parts.join(' OR ')})`);
  return { where: all.join(' AND '), values };
}

export function isNarrowed(selection: InboxSelection): boolean {
  return selection.view !== 'all' || inboxConditions(selection).isFiltered;
}

function cut(entries: FoundEntry[], most: number): Stretch {
  const kept = entries.slice(0, most);
  return { entries: kept, rest: kept.length < most ? null : placeOf(kept.at(-1)) };
}

function placeOf(entry: FoundEntry | undefined): TimePlace | null {
  return entry ? { at: entry.at, id: entry.entryId } : null;
}

const idsOf = (entries: readonly FoundEntry[]) => [...new Set(entries.map(({ conversationId }) => conversationId))];
