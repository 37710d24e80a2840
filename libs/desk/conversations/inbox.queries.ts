import type { DataSource } from 'typeorm';
import { COUNT_LIMIT, type InboxView } from '#contracts/inbox.http.js';
import type { ConversationStatus } from '#domain/conversations/conversation.lifecycle.js';
import type { Priority } from '#domain/conversations/priority.js';
import { readTogether } from '#platform/database/shared-connection.js';
import type { Cursor } from './cursor.js';
import { DUE, type InboxConditions, type InboxSelection, inboxConditions, LATER } from './inbox-conditions.js';

export interface InboxRecord {
  id: string;
  version: number;
  reference: string;
  status: ConversationStatus;
  title: string | null;
  excerpt: string;
  language: string;
  citizenName: string;
  departmentId: string;
  departmentSlug: string;
  departmentNameEn: string;
  departmentNameZh: string;
  officerId: string | null;
  officerName: string | null;
  lastMessageAt: Date;
  waitingSince: Date | null;
  answerDueAt: Date | null;
  firstAnsweredAt: Date | null;
  priority: Priority;
  tagIds: string[];
  snoozedUntil: Date | null;
  snoozedUntilMessage: boolean;
  askedAt: Date | null;
  escalatedAt: Date | null;
}

/** `name` is undefined where the filter is one of too many to keep a plan for each; it is then planned for its values. */
export interface InboxPageQuery {
  name: string | undefined;
  text: string;
  values: unknown[];
}

/** What a row shows of a conversation `c`. */
export const ROW_COLUMNS = `c.id, c.version, c.reference, c.status, c.title, c.excerpt, c.language, z.name AS "citizenName",
    d.id AS "departmentId", d.slug AS "departmentSlug", d.name_en AS "departmentNameEn", d.name_zh AS "departmentNameZh",
    o.id AS "officerId", o.name AS "officerName", c.last_message_at AS "lastMessageAt", c.waiting_since AS "waitingSince",
    c.answer_due_at AS "answerDueAt", c.first_answered_at AS "firstAnsweredAt", c.priority, c.tag_ids AS "tagIds",
    c.snoozed_until AS "snoozedUntil", c.snoozed_until_message AS "snoozedUntilMessage", c.asked_at AS "askedAt", c.escalated_at AS "escalatedAt"`;
export const ROW_JOINS = `JOIN department d ON d.id = c.department_id
  JOIN citizen z ON z.id = c.citizen_id
  LEFT JOIN officer o ON o.id = c.officer_id`;

/** One page, `limit + 1` rows: the extra one tells that there is more. */
export async function inboxPage(dataSource: DataSource, selection: InboxSelection): Promise<InboxRecord[]> {
  const { name, text, values } = inboxPageQuery(selection);
  return name === undefined
    ? dataSource.query(text, values)
    : readTogether<InboxRecord>(dataSource, { name, text }, values);
}

interface Order {
  by: string;
  /** The condition that the rows after a place fulfil. */
  after: (place: Cursor, parameter: (value: unknown) => string) => string;
}

const BY_DEADLINE: Order = {
  by: `${LATER}, ${DUE}, c.id`,
  after: ({ isLater = true, at, id }, parameter) =>
    `(${LATER}, ${DUE}, c.id) > (${parameter(isLater)}::boolean, ${parameter(at)}::timestamptz, ${parameter(id)}::uuid)`,
};
const BY_WAKING: Order = {
  by: 'c.snoozed_until, c.id',
  after: ({ at, id }, parameter) => `(c.snoozed_until, c.id) > (${parameter(at)}::timestamptz, ${parameter(id)}::uuid)`,
};
const NEWEST_FIRST: Order = {
  by: 'c.last_message_at DESC, c.id DESC',
  after: ({ at, id }, parameter) =>
    `(c.last_message_at, c.id) < (${parameter(at)}::timestamptz, ${parameter(id)}::uuid)`,
};
const ORDERS: Record<InboxView, Order> = {
  mine: BY_DEADLINE,
  queue: BY_DEADLINE,
  unassigned: BY_DEADLINE,
  overdue: BY_DEADLINE,
  snoozed: BY_WAKING,
  all: NEWEST_FIRST,
};

/** Where a row stands in its view. */
export function placeOf(record: InboxRecord, view: InboxView): Cursor {
  const { id, priority } = record;
  if (view === 'all') return { at: record.lastMessageAt.toISOString(), id };
  if (view === 'snoozed') return { at: record.snoozedUntil?.toISOString() ?? 'infinity', id };
  return { at: record.answerDueAt?.toISOString() ?? 'infinity', id, isLater: priority !== 'urgent' };
}

/**
 * Keyset over an index per department: the first rows of each are merged, so that neither the size of the history nor
 * the number of pages turned makes it slower.
 */
export function inboxPageQuery(selection: InboxSelection): InboxPageQuery {
  const { view, after, limit } = selection;
  const asked = inboxConditions(selection);
  const { by, after: isAfter } = ORDERS[view];
  const values = [...asked.values];
  const place = after ? [isAfter(after, (value) => `$${values.push(value)}`)] : [];
  const text = pageText({ ...asked, conditions: [...asked.conditions, ...place], order: by, view, rows: limit + 1 });
  const name = asked.isFiltered ? undefined : `inbox-${view}-${limit}${after ? '-after' : ''}`;
  return { name, text, values };
}

interface PageText extends Pick<InboxConditions, 'conditions' | 'parts' | 'spread'> {
  view: InboxView;
  order: string;
  rows: number;
}

/** The number of rows stands in the text: with a parameter PostgreSQL plans every call anew. */
function pageText({ conditions, parts, spread, view, order, rows }: PageText): string {
  const lists = ['unnest($1::uuid[]) AS mine (department_id)'];
  const all = ['c.department_id = mine.department_id'];
  if (spread) {
    lists.push(`unnest(${spread.parameter}::${spread.type}[]) AS one (value)`);
    all.push(`${spread.column} = one.value`);
  }
  // The urgent and the others one after the other: so the index ends where overdue ends.
  if (view === 'overdue') {
    lists.push('(VALUES (false), (true)) AS pressing (is_later)');
    all.push(`${LATER} = pressing.is_later`);
  }
  const branch = (part: string) => `
      SELECT * FROM conversation c WHERE ${[...all, part, ...conditions].filter((one) => one !== 'true').join(' AND ')}
        AND $2::uuid IS NOT NULL AND $3::timestamptz IS NOT NULL
      ORDER BY ${order} LIMIT ${rows}`;
  const branches = parts.length === 1 ? parts.map(branch) : parts.map((part) => `(${branch(part)})`);
  return `
  SELECT ${ROW_COLUMNS}
  FROM (
    SELECT c.* FROM ${lists.join(' CROSS JOIN ')}
    CROSS JOIN LATERAL (${branches.join(' UNION ALL ')}
    ) c
    ORDER BY ${order} LIMIT ${rows}
  ) c
  ${ROW_JOINS}
  ORDER BY ${order}`;
}

/** How many rows a selection has, up to COUNT_LIMIT. */
export async function inboxCount(on: Pick<DataSource, 'query'>, selection: InboxSelection): Promise<number> {
  const { text, values } = inboxCountQuery(selection);
  const [counted]: { n: number }[] = await on.query(text, values);
  return counted?.n ?? 0;
}

export function inboxCountQuery(selection: InboxSelection): { text: string; values: unknown[] } {
  const { conditions, values, parts, spread } = inboxConditions(selection);
  const all = ['c.department_id = ANY($1::uuid[])', ...conditions];
  if (spread) all.push(`${spread.column} = ANY(${spread.parameter}::${spread.type}[])`);
  const branch = (part: string) => `
    (SELECT 1 FROM conversation c WHERE ${[...all, part].filter((one) => one !== 'true').join(' AND ')}
      AND $2::uuid IS NOT NULL AND $3::timestamptz IS NOT NULL LIMIT ${COUNT_LIMIT})`;
  const text = `
  SELECT count(*)::int AS n FROM (SELECT 1 FROM (${parts.map(branch).join(' UNION ALL ')}
  ) found LIMIT ${COUNT_LIMIT}) counted`;
  return { text, values };
}
