import type { Tx } from '#database/transaction.js';
import { type CountedRow, countedCells, countedQuery } from './counted-cells.js';
import { conditionsOf } from './exact-figures.queries.js';
import { type NumbersByKey, totalAndGroups } from './figure-numbers.js';
import type { FiguresSelection } from './figures-selection.js';
import { GROUP_SQL } from './group-keys.js';

/**
 * Of many measurements that no rollup knows by what is asked: counted by the bin of the sketch that each one keeps, so that
 * nothing is sorted and only counts leave the database. Counts, sums and shares are exact, percentiles within SKETCH_ERROR.
 */
export async function sketchedFigures(tx: Tx, selection: FiguresSelection): Promise<NumbersByKey> {
  const { text, values } = sketchedFiguresQuery(selection);
  const rows: CountedRow[] = await tx.query(text, values);
  return totalAndGroups(countedCells(rows, selection.clock), selection.clock);
}

/** By each department's own days. */
export function sketchedFiguresQuery(selection: FiguresSelection): { text: string; values: unknown[] } {
  const { conditions, values } = conditionsOf(selection);
  const { groupBy, measure, clock } = selection;
  const from = `FROM measurement m WHERE ${conditions.join(' AND ')}`;
  return { text: countedQuery({ key: GROUP_SQL[groupBy], measure, clock, from }), values };
}
