import type { FigureGroup } from '#contracts/oversight.http.js';
import type { Tx } from '#database/transaction.js';
import { type NumbersByKey, totalAndGroups } from './figure-numbers.js';
import { type FiguresSelection, type Narrowing, narrowedBy } from './figures-selection.js';
import { addCells, type Cells } from './rollups/cell.js';
import {
  type Dimension,
  MIXED_DIMENSIONS,
  partOf as partOfMixed,
  SINGLE_DIMENSIONS,
  type SingleDimension,
} from './rollups/dimensions.js';
import { type CellKey, unpackInto } from './rollups/packed-cells.js';
import { datesIn, monthsAndDays, type RangeParts } from './rollups/range-parts.js';
import { WHOLE_DESK } from './rollups/rollup.queries.js';
import { dayRollups, type KeptRollup, looseCells, monthRollups, staleIn } from './rollups/rollup-reading.queries.js';

/** How a selection is read from rollups: by a dimension, of which so much is asked. */
export interface RolledPlan {
  dimension: Dimension;
  narrowed: readonly Narrowing[];
}

/** Null where no rollup knows it: things asked at once that are not kept at once, or another zone's days. */
export function rolledPlan(selection: FiguresSelection): RolledPlan | null {
  if (selection.zone !== null) return null;
  const narrowed = narrowedBy(selection);
  const own = dimensionOf(selection.groupBy);
  const asked = new Set([...(own ? [own] : []), ...narrowed.map(([dimension]) => dimension)]);
  const [dimension = 'all'] = asked;
  if (asked.size <= 1) return { dimension, narrowed };
  return [...asked].every((one) => MIXED_DIMENSIONS.includes(one)) ? { dimension: 'mixed', narrowed } : null;
}

function dimensionOf(groupBy: FigureGroup): SingleDimension | undefined {
  return groupBy === 'hour' ? 'weekday-hour' : SINGLE_DIMENSIONS.find((dimension) => dimension === groupBy);
}

/**
 * From the rollups of whole months, of the days that are left, and from the measurements of the days that are stale: so
 * nothing of them is ever behind. Counts, sums and shares are exact, percentiles within SKETCH_ERROR.
 */
export async function rolledFigures(tx: Tx, selection: FiguresSelection, plan: RolledPlan): Promise<NumbersByKey> {
  const { groupBy, clock, measure } = selection;
  const wanted = { ...plan, ...scopeOf(selection), measure, clock };
  const stale = await staleIn(tx, selection.departmentIds);
  const parts = groupBy === 'day' ? onlyDays(selection) : monthsAndDays(selection, stale.months);
  const rollups = [
    ...(groupBy === 'day' ? [] : await monthRollups(tx, wanted, parts)),
    ...(await dayRollups(tx, wanted, { ranges: parts.days, stale: stale.days })),
  ];
  const cells: Cells = new Map();
  for (const row of rollups) unpackInto(cells, row, cellsOf(row, groupBy, plan));
  const ranges = datesIn(parts.days, stale.days);
  if (ranges.length > 0) addCells(cells, await looseCells(tx, selection, { ...plan, ranges }));
  return totalAndGroups(cells, clock);
}

const [FIRST_DATE, LAST_DATE] = ['1970-01-01', '2199-12-31'];

function onlyDays({ from, to }: FiguresSelection): RangeParts {
  return { months: { from, to }, notMonths: [], days: [{ from: from ?? FIRST_DATE, to: to ?? LAST_DATE }] };
}

/** The rollups of the whole desk are those of all departments together. */
function scopeOf({ isWholeDesk, groupBy, departmentIds }: FiguresSelection): { departmentIds: readonly string[] } {
  return { departmentIds: isWholeDesk && groupBy !== 'department' ? [WHOLE_DESK] : departmentIds };
}

/** Which group takes what a rollup keeps under each key. */
function cellsOf(row: KeptRollup, groupBy: FigureGroup, { dimension, narrowed }: RolledPlan): CellKey {
  const partOf = dimension === 'mixed' ? partOfMixed : (key: string) => key;
  const own = groupOf(groupBy, row);
  const groupDimension = dimensionOf(groupBy);
  return (key) => {
    if (narrowed.some(([asked, only]) => partOf(key, asked) !== only)) return null;
    if (own !== null) return own;
    return groupBy === 'hour' ? hourOf(key) : ((groupDimension && partOf(key, groupDimension)) ?? null);
  };
}

/** Null where the group is the dimension's own key. */
function groupOf(groupBy: FigureGroup, { departmentId, startsOn }: KeptRollup): string | null {
  if (groupBy === 'none') return '';
  if (groupBy === 'day') return startsOn;
  if (groupBy === 'month') return startsOn.slice(0, 7);
  return groupBy === 'department' ? departmentId : null;
}

const hourOf = (weekdayHour: string): string => weekdayHour.split('-')[1] ?? '';
