import type { FigureGroup } from '#contracts/oversight.http.js';
import type { Tx } from '#database/transaction.js';

export interface Label {
  key: string;
  /** As the reader knows it: a slug where there is one. */
  name: string;
  en: string;
  zh: string;
}

const LABELS: Partial<Record<FigureGroup, string>> = {
  department: `SELECT id::text AS key, slug AS name, name_en AS en, name_zh AS zh FROM department WHERE id::text = ANY($1::text[])`,
  channel: `SELECT id::text AS key, slug AS name, name AS en, name AS zh FROM channel WHERE id::text = ANY($1::text[])`,
  officer: `SELECT id::text AS key, id::text AS name, name AS en, name AS zh FROM officer WHERE id::text = ANY($1::text[])`,
};

/** What the groups are called; those that are not among them the reader words. */
export async function labelsOf(tx: Tx, groupBy: FigureGroup, keys: readonly string[]): Promise<Map<string, Label>> {
  const text = LABELS[groupBy];
  if (!text || keys.length === 0) return new Map();
  const rows: Label[] = await tx.query(text, [keys]);
  return new Map(rows.map((row) => [row.key, row]));
}

/** The names of classes are those of the newest policy that knows the code, of any of the departments. */
const CLASSES = `
  SELECT DISTINCT ON (one ->> 'code') one ->> 'code' AS key, one ->> 'code' AS name, one -> 'name' ->> 'en' AS en, one -> 'name' ->> 'zh' AS zh
  FROM deadline_policy_version v CROSS JOIN jsonb_array_elements(v.policy -> 'classes') AS one
  WHERE v.department_id = ANY($1::uuid[]) ORDER BY one ->> 'code', v.created_at DESC`;

export async function classLabels(tx: Tx, departmentIds: readonly string[]): Promise<Map<string, Label>> {
  const rows: Label[] = await tx.query(CLASSES, [departmentIds]);
  return new Map(rows.map((row) => [row.key, row]));
}

const CHANNEL = 'SELECT id FROM channel WHERE slug = $1';
const NO_CHANNEL = '00000000-0000-0000-0000-000000000000';

/** Of a channel that there is not, nothing was ever measured. */
export async function channelNamed(tx: Tx, slug: string): Promise<string> {
  const [row]: { id: string }[] = await tx.query(CHANNEL, [slug]);
  return row?.id ?? NO_CHANNEL;
}
