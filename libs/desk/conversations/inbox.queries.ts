import type { DataSource } from 'typeorm';
import { COUNT_LIMIT, type InboxQuery, type InboxView } from '#contracts/inbox.http.js';
import type { ConversationStatus } from '#domain/conversations/conversation.lifecycle.js';
import { type PreparedQuery, prepared } from '#platform/database/prepared.js';
import type { Cursor } from './cursor.js';

export interface InboxSelection extends Omit<InboxQuery, 'cursor' | 'department' | 'supervised'> {
  departmentIds: readonly string[];
  officerId: string;
  now: Date;
  after: Cursor | null;
}

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
}

const DUE = `coalesce(c.answer_due_at, 'infinity')`;

/** The condition of each view, over a conversation `c`; $1 departments, $2 officer, $3 now. An index answers each. */
const VIEW_CONDITIONS: Record<InboxView, string> = {
  mine: `c.officer_id = $2 AND c.status = 'assigned'`,
  queue: `c.status IN ('queued', 'assigned')`,
  unassigned: `c.status = 'queued'`,
  overdue: `c.status IN ('queued', 'assigned') AND ${DUE} < $3`,
  all: 'true',
};

/** One page, `limit + 1` rows: the extra one tells that there is more. */
export function inboxPage(dataSource: DataSource, selection: InboxSelection): Promise<InboxRecord[]> {
  const { query, values } = inboxPageQuery(selection);
  return prepared<InboxRecord>(dataSource, query, values);
}

/**
 * Keyset over an index per department: the first rows of each are merged, so that neither the size of the history nor
 * the number of pages turned makes it slower.
 */
export function inboxPageQuery(selection: InboxSelection): { query: PreparedQuery; values: unknown[] } {
  const values: unknown[] = [selection.departmentIds, selection.officerId, selection.now];
  const isByDeadline = selection.view !== 'all';
  const order = isByDeadline ? `${DUE}, c.id` : 'c.last_message_at DESC, c.id DESC';
  const conditions = [VIEW_CONDITIONS[selection.view]];
  const add = (condition: (parameter: string) => string, value: unknown) => {
    if (value === undefined || value === null) return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  add((parameter) => `c.status = ${parameter}`, selection.status);
  add((parameter) => `c.first_answered_at >= ${parameter}`, selection.answeredFrom);
  add((parameter) => `c.first_answered_at < ${parameter}`, selection.answeredTo);
  add((parameter) => `c.channel_id = (SELECT id FROM channel WHERE slug = ${parameter})`, selection.channel);
  add(
    (parameter) => `c.first_answered_at <= c.opened_at + ${parameter}::float8 * interval '1 hour'`,
    selection.answeredWithinHours,
  );
  if (selection.waiting !== undefined) conditions.push(`c.waiting_since IS ${selection.waiting ? 'NOT ' : ''}NULL`);
  if (selection.after) {
    values.push(selection.after.at, selection.after.id);
    const keyset = `($${values.length - 1}::timestamptz, $${values.length}::uuid)`;
    conditions.push(isByDeadline ? `(${DUE}, c.id) > ${keyset}` : `(c.last_message_at, c.id) < ${keyset}`);
  }
  const text = pageText({ condition: conditions.join(' AND '), order, rows: selection.limit + 1 });
  const name = [
    'inbox',
    selection.view,
    String(selection.limit),
    ...conditions.slice(1).map((condition) => condition.replace(/[^a-z$<>=0-9]/gi, '')),
  ];
  return { query: { name: shortName(name.join('/')), text }, values };
}

/** The number of rows stands in the text: with a parameter PostgreSQL plans every call anew. */
function pageText({ condition, order, rows }: { condition: string; order: string; rows: number }): string {
  return `
  SELECT c.id, c.version, c.reference, c.status, c.title, c.excerpt, c.language, z.name AS "citizenName",
    d.id AS "departmentId", d.slug AS "departmentSlug", d.name_en AS "departmentNameEn", d.name_zh AS "departmentNameZh",
    o.id AS "officerId", o.name AS "officerName", c.last_message_at AS "lastMessageAt", c.waiting_since AS "waitingSince",
    c.answer_due_at AS "answerDueAt", c.first_answered_at AS "firstAnsweredAt"
  FROM (
    SELECT c.* FROM unnest($1::uuid[]) AS mine (department_id)
    CROSS JOIN LATERAL (
      SELECT * FROM conversation c WHERE c.department_id = mine.department_id AND ${condition}
        AND $2::uuid IS NOT NULL AND $3::timestamptz IS NOT NULL
      ORDER BY ${order} LIMIT ${rows}
    ) c
    ORDER BY ${order} LIMIT ${rows}
  ) c
  JOIN department d ON d.id = c.department_id
  JOIN citizen z ON z.id = c.citizen_id
  LEFT JOIN officer o ON o.id = c.officer_id
  ORDER BY ${order}`;
}

/** PostgreSQL cuts names at 63 bytes; two texts must never share one. */
function shortName(name: string): string {
  if (name.length <= 60) return name;
  let hash = 0;
  for (const character of name) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
  return `${name.slice(0, 48)}-${(hash >>> 0).toString(36)}`;
}

const countOf = (condition: string) => `
  (SELECT count(*)::int FROM (
    SELECT 1 FROM conversation c WHERE c.department_id = ANY($1::uuid[]) AND ${condition} LIMIT ${COUNT_LIMIT}
  ) counted)`;

/** All counts in one round trip; each stops at COUNT_LIMIT. $4 and $5: departments to moderate and to review for. */
export const INBOX_COUNTS: PreparedQuery = {
  name: 'inbox-counts',
  text: `
  SELECT ${countOf(VIEW_CONDITIONS.mine)} AS mine, ${countOf(VIEW_CONDITIONS.queue)} AS queue,
    ${countOf(VIEW_CONDITIONS.unassigned)} AS unassigned, ${countOf(VIEW_CONDITIONS.overdue)} AS overdue,
    ${countOf(VIEW_CONDITIONS.all)} AS all,
    (SELECT count(*)::int FROM (
      SELECT 1 FROM message m JOIN conversation c ON c.id = m.conversation_id
      WHERE m.state = 'held' AND c.department_id = ANY($4::uuid[]) LIMIT ${COUNT_LIMIT}
    ) counted) AS held,
    (SELECT count(*)::int FROM (
      SELECT 1 FROM letter l WHERE l.status = 'in-review' AND l.department_id = ANY($5::uuid[])
        AND NOT ($2::uuid = ANY(l.writer_ids)) LIMIT ${COUNT_LIMIT}
    ) counted) AS "lettersInReview"`,
};
