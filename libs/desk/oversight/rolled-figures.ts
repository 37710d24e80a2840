import type { FigureGroup } from '#contracts/oversight.http.js';
import type { Tx } from '#database/transaction.js';
import { type NumbersByKey, totalAndGroups } from './figure-numbers.js';
import { type FiguresSelection, narrowedBy } from './figures-selection.js';
import { addCell, addCells, type Cells, cellIn } from './rollups/cell.js';
import { DIMENSIONS, type Dimension } from './rollups/dimensions.js';
import { unpackInto } from './rollups/packed-cells.js';
import { datesIn, monthsAndDays, type RangeParts } from './rollups/range-parts.js';
import { WHOLE_DESK } from './rollups/rollup.queries.js';
import { dayRollups, type KeptRollup, looseCells, monthRollups, staleIn } from './rollups/rollup-reading.queries.js';

/** How a selection is read from rollups. */
export interface RolledPlan {
  dimension: Dimension;
  /** Of the dimension, this alone. */
  only: string | undefined;
}

/** Null where no rollup knows it: two things asked at once, or another zone's days. */
export function rolledPlan(selection: FiguresSelection): RolledPlan | null {
  if (selection.zone !== null) return null;
  const [narrowed, ...more] = narrowedBy(selection);
  if (more.length > 0) return null;
  const own = dimensionOf(selection.groupBy);
  if (own) return narrowed && narrowed[0] !== own ? null : { dimension: own, only: narrowed?.[1] };
  return { dimension: narrowed?.[0] ?? 'all', only: narrowed?.[1] };
}

function dimensionOf(groupBy: FigureGroup): Dimension | undefined {
  return groupBy === 'hour' ? 'weekday-hour' : DIMENSIONS.find((dimension) => dimension === groupBy);
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
  for (const row of rollups) addRollup(cells, row, { groupBy, only: plan.only });
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

function addRollup(
  cells: Cells,
  row: KeptRollup,
  { groupBy, only }: { groupBy: FigureGroup; only: string | undefined },
): void {
  const own = groupOf(groupBy, row);
  if (own === null && groupBy !== 'hour') {
    unpackInto(cells, row, only);
    return;
  }
  const unpacked: Cells = new Map();
  unpackInto(unpacked, row, only);
  for (const [key, cell] of unpacked) addCell(cellIn(cells, own ?? hourOf(key)), cell);
}

/** Null where the group is the dimension's own key. */
function groupOf(groupBy: FigureGroup, { departmentId, startsOn }: KeptRollup): string | null {
  if (groupBy === 'none') return '';
  if (groupBy === 'day') return startsOn;
  if (groupBy === 'month') return startsOn.slice(0, 7);
  return groupBy === 'department' ? departmentId : null;
}

const hourOf = (weekdayHour: string): string => weekdayHour.split('-')[1] ?? '';
