import type { Tx } from '#database/transaction.js';
import type { Measure } from '#domain/oversight/measure.js';
import { type CountedRow, countedCells, countedQuery } from '../counted-cells.js';
import type { FiguresSelection, Narrowing } from '../figures-selection.js';
import { GROUP_SQL } from '../group-keys.js';
import type { Cells } from './cell.js';
import { type Dimension, KEY_SQL, type SingleDimension } from './dimensions.js';
import type { ClockColumn, PackedCells } from './packed-cells.js';
import type { DateRange, RangeParts } from './range-parts.js';
import type { Level } from './rollup.queries.js';

const STALE = `
  SELECT DISTINCT level, starts_on::text AS "startsOn" FROM stale_rollup WHERE department_id = ANY($1::uuid[]) ORDER BY 2`;

/** Of which months and days any of the departments is behind, in order. */
export async function staleIn(tx: Tx, departmentIds: readonly string[]): Promise<{ months: string[]; days: string[] }> {
  const rows: { level: Level; startsOn: string }[] = await tx.query(STALE, [departmentIds]);
  const of = (level: Level) => rows.flatMap((row) => (row.level === level ? [row.startsOn] : []));
  return { months: of('month'), days: of('day') };
}

export interface WantedRollups {
  departmentIds: readonly string[];
  measure: Measure;
  dimension: Dimension;
  clock: ClockColumn;
}

export type KeptRollup = { departmentId: string; startsOn: string } & Partial<PackedCells> &
  Pick<PackedCells, 'counts'>;

/** $1 departments, $2 measure, $3 dimension, $4 level, $5 and $6 the ranges in which they begin, $7 not these. */
export function rollupsQuery(clock: ClockColumn): string {
  return `
  SELECT r.department_id AS "departmentId", r.starts_on::text AS "startsOn", r.counts, r.${clock}
  FROM unnest($5::date[], $6::date[]) AS part (first, last) CROSS JOIN unnest($1::uuid[]) AS d (id)
  JOIN rollup r ON r.department_id = d.id AND r.measure = $2 AND r.dimension = $3 AND r.level = $4
    AND r.starts_on BETWEEN part.first AND part.last
  WHERE r.starts_on <> ALL($7::date[])`;
}

const ALWAYS = { from: '-infinity', to: 'infinity' };

/** The months that begin in the range, without those that are stale. */
export function monthRollups(tx: Tx, wanted: WantedRollups, { months, notMonths }: RangeParts): Promise<KeptRollup[]> {
  const range = { from: months.from ?? ALWAYS.from, to: months.to ?? ALWAYS.to };
  return rollupsIn(tx, wanted, { level: 'month', ranges: [range], stale: notMonths });
}

export function dayRollups(
  tx: Tx,
  wanted: WantedRollups,
  { ranges, stale }: { ranges: readonly DateRange[]; stale: readonly string[] },
): Promise<KeptRollup[]> {
  return ranges.length > 0 ? rollupsIn(tx, wanted, { level: 'day', ranges, stale }) : Promise.resolve([]);
}

function rollupsIn(
  tx: Tx,
  { departmentIds, measure, dimension, clock }: WantedRollups,
  { level, ranges, stale }: { level: Level; ranges: readonly DateRange[]; stale: readonly string[] },
): Promise<KeptRollup[]> {
  const [from, to] = [ranges.map((range) => range.from), ranges.map((range) => range.to)];
  return tx.query(rollupsQuery(clock), [departmentIds, measure, dimension, level, from, to, stale]);
}

/** $1 departments, $2 measure, $3 and $4 the ranges, from $5 on the only key of each dimension that is named. */
export function looseCellsQuery(
  { groupBy, clock, measure }: Pick<FiguresSelection, 'groupBy' | 'clock' | 'measure'>,
  narrowed: readonly SingleDimension[],
): string {
  const conditions = narrowed.map((dimension, place) => `${KEY_SQL[dimension]} = $${place + 5}`);
  const from = `FROM unnest($3::date[], $4::date[]) AS part (first, last) CROSS JOIN unnest($1::uuid[]) AS d (id)
    JOIN measurement m ON m.department_id = d.id AND m.measure = $2 AND m.ended_on BETWEEN part.first AND part.last
    WHERE ${['true', ...conditions].join(' AND ')}`;
  return countedQuery({ key: GROUP_SQL[groupBy], measure, clock, from });
}

/** What is in no rollup that can be read, counted from the measurements. */
export async function looseCells(
  tx: Tx,
  selection: FiguresSelection,
  { narrowed, ranges }: { narrowed: readonly Narrowing[]; ranges: readonly DateRange[] },
): Promise<Cells> {
  const text = looseCellsQuery(
    selection,
    narrowed.map(([dimension]) => dimension),
  );
  const rows: CountedRow[] = await tx.query(text, [
    selection.departmentIds,
    selection.measure,
    ranges.map(({ from }) => from),
    ranges.map(({ to }) => to),
    ...narrowed.map(([, key]) => key),
  ]);
  return countedCells(rows, selection.clock);
}
