import type { DataSource } from 'typeorm';
import { tagFamily } from '#domain/triage/tags.js';

const CHANNELS = 'SELECT id FROM channel WHERE slug = ANY($1::text[])';

export async function channelIdsOf(dataSource: DataSource, slugs: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await dataSource.query(CHANNELS, [slugs]);
  return rows.map((row) => row.id);
}

const TAGS = `SELECT id, department_id AS "departmentId", merged_into_id AS "mergedIntoId" FROM tag WHERE department_id = ANY($1::uuid[])`;

interface TagRow {
  id: string;
  departmentId: string;
  mergedIntoId: string | null;
}

export interface TagsWanted {
  departmentIds: readonly string[];
  tagIds: readonly string[];
  match: 'any' | 'all';
}

/**
 * What to look for on conversations, with what was merged into each tag. A tag means something in its own department
 * only, so the departments are narrowed to theirs; one that is not of these departments finds nothing.
 */
export async function tagsWanted(
  dataSource: DataSource,
  { departmentIds, tagIds, match }: TagsWanted,
): Promise<{ departmentIds: string[]; tagFamilies: string[][] }> {
  const rows: TagRow[] = await dataSource.query(TAGS, [departmentIds]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found = [...new Set(tagIds)].flatMap((id) => byId.get(id) ?? []);
  const families = found.map(({ id }) => tagFamily(byId, id));
  const isMissing = match === 'all' && found.length < new Set(tagIds).size;
  return {
    departmentIds: isMissing ? [] : [...new Set(found.map((row) => row.departmentId))],
    tagFamilies: match === 'all' ? families : [families.flat()],
  };
}
