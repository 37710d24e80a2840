import type { Tx } from '#database/transaction.js';
import { OPEN_MEASURES, type OpenMeasure } from '#domain/oversight/measure.js';
import { OPEN_CONDITIONS, OPEN_SINCE } from '../conversations/measured-conditions.js';
import { type FiguresSelection, narrowedBy } from './figures-selection.js';
import { OPEN_GROUP_SQL } from './group-keys.js';
import type { Dimension } from './rollups/dimensions.js';

export interface OpenNumbers {
  n: number;
  since: Date | null;
}

/** Groups null: it makes no sense by that. */
export interface OpenByKey {
  total: OpenNumbers;
  groups: ReadonlyMap<string, OpenNumbers> | null;
}

interface Row extends OpenNumbers {
  isTotal: boolean;
  key: string;
}

/** What is open at this moment, from the conversations themselves; null where nothing can be, or none of the register. */
export async function openFigures(tx: Tx, selection: FiguresSelection): Promise<OpenByKey | null> {
  const measure = OPEN_MEASURES.find((one) => one === selection.measure);
  if (!measure || selection.register) return null;
  const { text, values } = openFiguresQuery(measure, selection);
  const rows: Row[] = await tx.query(text, values);
  return {
    total: rows.find(({ isTotal }) => isTotal) ?? { n: 0, since: null },
    groups: OPEN_GROUP_SQL[selection.groupBy]
      ? new Map(rows.filter(({ isTotal }) => !isTotal).map((row) => [row.key, row]))
      : null,
  };
}

export function openFiguresQuery(
  measure: OpenMeasure,
  selection: FiguresSelection,
): { text: string; values: unknown[] } {
  const values: unknown[] = [selection.departmentIds];
  const narrowed = narrowedBy(selection).flatMap(([dimension, key]) => {
    const column = OPEN_KEYS[dimension];
    return column ? [`${column} = $${values.push(key)}`] : [];
  });
  const conditions = ['c.department_id = ANY($1::uuid[])', OPEN_CONDITIONS[measure], ...narrowed].join(' AND ');
  const text = `
  SELECT grouping(key) = 1 AS "isTotal", key, count(*)::int AS n, min(since) AS since
  FROM (
    SELECT ${OPEN_GROUP_SQL[selection.groupBy] ?? `''`} AS key, ${OPEN_SINCE[measure]} AS since
    FROM conversation c WHERE ${conditions}
  ) open
  GROUP BY GROUPING SETS ((key), ())`;
  return { text, values };
}

const OPEN_KEYS: Partial<Record<Dimension, string | undefined>> = {
  channel: OPEN_GROUP_SQL.channel,
  officer: OPEN_GROUP_SQL.officer,
  language: OPEN_GROUP_SQL.language,
  priority: OPEN_GROUP_SQL.priority,
  class: OPEN_GROUP_SQL.class,
};
