import type { DataSource } from 'typeorm';
import { prepared } from '#platform/database/prepared.js';
import { type InboxRecord, ROW_COLUMNS, ROW_JOINS } from '../conversations/inbox.queries.js';
import type { InboxSelection } from '../conversations/inbox-conditions.js';
import { filtered, isNarrowed } from './find-entries.js';

/** The rows of these conversations that the filter leaves, in no order. */
export function rowsAmong(
  dataSource: DataSource,
  selection: InboxSelection,
  ids: readonly string[],
): Promise<InboxRecord[]> {
  if (ids.length === 0) return Promise.resolve([]);
  const { text, values } = rowsAmongQuery(selection, ids);
  return isNarrowed(selection)
    ? dataSource.query(text, values)
    : prepared<InboxRecord>(dataSource, { name: 'search-rows', text }, values);
}

export function rowsAmongQuery(selection: InboxSelection, ids: readonly string[]) {
  const { where, values } = filtered(selection);
  const text = `
  SELECT ${ROW_COLUMNS}
  FROM conversation c
  ${ROW_JOINS}
  WHERE c.id = ANY($${values.push(ids)}::uuid[]) AND ${where}`;
  return { text, values };
}

/** A letter's reference leads to its conversation, that of a merged one to where it goes on. */
const BY_REFERENCE = {
  name: 'search-by-reference',
  text: `
  SELECT ${ROW_COLUMNS}
  FROM conversation c
  ${ROW_JOINS}
  WHERE c.department_id = ANY($1::uuid[]) AND c.id = coalesce(
    (SELECT coalesce(merged_into_id, id) FROM conversation WHERE reference = $2),
    (SELECT conversation_id FROM letter WHERE reference = $2))`,
};

export async function rowByReference(
  dataSource: DataSource,
  departmentIds: readonly string[],
  reference: string,
): Promise<InboxRecord | null> {
  const [record] = await prepared<InboxRecord>(dataSource, BY_REFERENCE, [departmentIds, reference]);
  return record ?? null;
}
