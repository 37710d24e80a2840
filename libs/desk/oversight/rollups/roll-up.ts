import type { Tx } from '#database/transaction.js';
import { isLasting, MEASURES } from '#domain/oversight/measure.js';
import { addCells, addToBin, type Cells, cellIn, type Timing } from './cell.js';
import { DIMENSIONS, type Dimension, KEY_OF } from './dimensions.js';
import { packed, unpackInto } from './packed-cells.js';
import {
  type CaseRow,
  casesOf,
  nameOf,
  type Period,
  type RollupKey,
  type RollupRow,
  replaceRollups,
  rollupsOf,
  takeStale,
  WHOLE_DESK,
} from './rollup.queries.js';

const FIVE_DAYS_MS = 5 * 24 * 3_600_000;
const SEVEN_DAYS_MS = 7 * 24 * 3_600_000;

/**
 * Rolls up the next few stale days and months that are over, from their measurements, and answers how many. What a
 * department's rollups changed by, those of the whole desk change by: they are never counted anew. The caller is alone with it.
 */
export async function rollUpStale(tx: Tx, { before, limit }: { before: string; limit: number }): Promise<number> {
  const periods = await takeStale(tx, { before, limit });
  if (periods.length === 0) return 0;
  const cases = await casesOf(tx, periods);
  const made = periods.flatMap((period, place) => rolledUp(period, cases[place] ?? []));
  const kept = await rollupsOf(tx, periods);
  const keptOfDesk = await rollupsOf(tx, deskPeriods(periods));
  const desk = new DeskRollups(keptOfDesk);
  for (const row of kept) desk.add(row, -1);
  for (const row of made) desk.add(row, 1);
  await replaceRollups(tx, [...kept, ...keptOfDesk], [...made, ...desk.rows()]);
  return periods.length;
}

function deskPeriods(periods: readonly Period[]): Period[] {
  const byTime = new Map(periods.map(({ level, startsOn }) => [`${level} ${startsOn}`, { level, startsOn }]));
  return [...byTime.values()].map((time) => ({ departmentId: WHOLE_DESK, ...time }));
}

/** The rollups of a period of a department, from its cases. */
export function rolledUp(period: Period, cases: readonly CaseRow[]): RollupRow[] {
  const byMeasure = Map.groupBy(cases, ({ measure }) => measure);
  return MEASURES.flatMap((measure) => {
    const ofMeasure = byMeasure.get(measure) ?? [];
    if (ofMeasure.length === 0) return [];
    return DIMENSIONS.map((dimension) => ({ ...period, measure, dimension, ...packed(cellsOf(ofMeasure, dimension)) }));
  });
}

function cellsOf(cases: readonly CaseRow[], dimension: Dimension): Cells {
  const cells: Cells = new Map();
  for (const row of cases) {
    const cell = cellIn(cells, KEY_OF[dimension](row));
    if (!isLasting(row.measure) || row.calendarMs !== null) cell.n += 1;
    if (row.isWithin !== null) cell.judged += 1;
    if (row.isWithin) cell.within += 1;
    if (row.calendarMs !== null && row.calendarMs <= FIVE_DAYS_MS) cell.withinFiveDays += 1;
    if (row.calendarMs !== null && row.calendarMs <= SEVEN_DAYS_MS) cell.withinSevenDays += 1;
    time(cell.calendar, row.calendarMs, row.calendarBin);
    time(cell.working, row.workingMs, row.workingBin);
  }
  return cells;
}

function time(timing: Timing, ms: number | null, bin: number | null): void {
  if (ms === null || bin === null) return;
  timing.n += 1;
  timing.ms += ms;
  addToBin(timing.bins, bin, 1);
}

/** Those of the whole desk, as far as the departments at hand touch them. */
class DeskRollups {
  private readonly known: Map<string, RolledCells>;

  constructor(rows: readonly RollupRow[]) {
    this.known = new Map(rows.map((row) => [nameOf(row), cellsIn(row)]));
  }

  add(row: RollupRow, times: 1 | -1): void {
    const { cells, ...key } = { ...cellsIn(row), departmentId: WHOLE_DESK };
    const sum = this.known.get(nameOf(key)) ?? { ...key, cells: new Map() };
    addCells(sum.cells, cells, times);
    this.known.set(nameOf(key), sum);
  }

  rows(): RollupRow[] {
    const left = [...this.known.values()].filter(({ cells }) => cells.size > 0);
    return left.map(({ cells, ...key }) => ({ ...key, ...packed(cells) }));
  }
}

type RolledCells = RollupKey & { cells: Cells };

function cellsIn({ counts, calendar, working, ...key }: RollupRow): RolledCells {
  const cells: Cells = new Map();
  unpackInto(cells, { counts, calendar, working });
  return { ...key, cells };
}
