import type { DataSource } from 'typeorm';
import type { SearchedKind } from '#contracts/search.http.js';
import type { ModerationState, Visibility } from '#domain/moderation/visibility.js';
import type { TimeWindow } from '#domain/search/scope.js';
import { prepared } from '#platform/database/prepared.js';
import { REPLY_TEXT } from '../conversations/search-index.js';

/** Where something stands in time: to the millisecond, and by id where two came together. */
export interface TimePlace {
  at: Date;
  id: string;
}

export interface FoundEntry {
  entryId: string;
  kind: SearchedKind;
  conversationId: string;
  at: Date;
}

const WINDOWS = 4;
const FIRST_OF_WINDOWS = 4;

/**
 * The newest matches, newest first. Each window is looked into only where those before had too few: an Append under a
 * LIMIT runs its branches in order and stops. `rows` stands in the text: with a parameter PostgreSQL plans every call anew.
 * Who merged conversations finds what was said in them in the one that goes on.
 */
export function newestMatchesQuery(rows: number) {
  return {
    name: `search-newest-${rows}`,
    text: `
  SELECT f.entry_id AS "entryId", f.kind, coalesce(c.merged_into_id, c.id) AS "conversationId", f.at
  FROM (
    SELECT * FROM (${Array.from({ length: WINDOWS }, (_, window) => branch(window, rows)).join(' UNION ALL ')}
    ) newest_first LIMIT ${rows}
  ) f
  JOIN conversation c ON c.id = f.conversation_id
  ORDER BY f.at DESC, f.entry_id DESC`,
  };
}

function branch(window: number, rows: number): string {
  const first = FIRST_OF_WINDOWS + window * 3;
  return `
    (SELECT e.entry_id, e.kind, e.conversation_id, e.at FROM search_entry e
     WHERE e.words @@ $${first}::tsquery AND e.at >= $${first + 1}::timestamptz AND e.at < $${first + 2}::timestamptz
       AND e.department_id = ANY($1::uuid[]) AND (e.at, e.entry_id) < ($2::timestamptz, $3::uuid)
     ORDER BY e.at DESC, e.entry_id DESC LIMIT ${rows})`;
}

export interface NewestMatches {
  /** A tsquery of what to find, without where. */
  wanted: string;
  departmentIds: readonly string[];
  windows: readonly TimeWindow[];
  /** Only what stands before this. */
  before: TimePlace;
  rows: number;
}

export function newestMatches(dataSource: DataSource, matches: NewestMatches): Promise<FoundEntry[]> {
  const { wanted, departmentIds, windows, before, rows } = matches;
  return prepared<FoundEntry>(dataSource, newestMatchesQuery(rows), [
    departmentIds,
    before.at,
    before.id,
    ...windows.flatMap(({ from, to, words }) => [
      words.length > 0 ? `(${wanted}) & (${anyOf(words)})` : wanted,
      from ?? '-infinity',
      to ?? 'infinity',
    ]),
  ]);
}

/** Matches in few conversations that are known: those of a narrow filter. */
export const MATCHES_IN = {
  name: 'search-matches-in',
  text: `
  SELECT e.entry_id AS "entryId", e.kind, coalesce(c.merged_into_id, c.id) AS "conversationId", e.at
  FROM conversation c JOIN search_entry e ON e.conversation_id = c.id
  WHERE (c.id = ANY($1::uuid[]) OR c.merged_into_id = ANY($1::uuid[])) AND e.words @@ $2::tsquery
    AND e.department_id = ANY($3::uuid[]) AND (e.at, e.entry_id) < ($4::timestamptz, $5::uuid)
  ORDER BY e.at DESC, e.entry_id DESC LIMIT 200`,
};

/** Matches in these conversations that are newer than a page: where they were shown already. */
export const NEWER_MATCHES = {
  name: 'search-newer-matches',
  text: `
  SELECT e.entry_id AS "entryId", e.kind, coalesce(c.merged_into_id, c.id) AS "conversationId", e.at
  FROM conversation c JOIN search_entry e ON e.conversation_id = c.id
  WHERE (c.id = ANY($1::uuid[]) OR c.merged_into_id = ANY($1::uuid[])) AND e.words @@ $2::tsquery
    AND e.department_id = ANY($3::uuid[]) AND (e.at, e.entry_id) >= ($4::timestamptz, $5::uuid)
  LIMIT 500`,
};

export interface EntryText {
  id: string;
  title: string | null;
  body: string;
  name: string | null;
  visibility: Visibility | null;
  state: ModerationState | null;
}

/** The words themselves, from where they are kept; one that is gone is not found. */
export const ENTRY_TEXTS = {
  name: 'search-texts',
  text: `
  SELECT id, title, body, author_name AS name, visibility, state FROM message WHERE id = ANY($1::uuid[])
  UNION ALL SELECT id, NULL, ${REPLY_TEXT}, NULL, NULL, NULL FROM reply x WHERE id = ANY($2::uuid[]) AND state = 'sent'
  UNION ALL SELECT id, NULL, body, NULL, NULL, NULL FROM note WHERE id = ANY($3::uuid[]) AND deleted_at IS NULL
  UNION ALL SELECT id, title, salutation || E'\n' || body, NULL, NULL, NULL FROM letter WHERE id = ANY($4::uuid[])`,
};

/** `'物业' & '公司'`: quoted, so that nothing that was typed is syntax of a tsquery. */
export const allOf = (words: readonly string[]) => words.map(quoted).join(' & ');
export const anyOf = (words: readonly string[]) => words.map(quoted).join(' | ');
const quoted = (word: string) => `'${word.replace(/['\\]/g, '')}'`;
