import { isLasting, MEASURES, type Measure } from '#domain/oversight/measure.js';
import { addToBin, type Cell, type Cells, cellIn, type Timing } from './cell.js';
import { DIMENSIONS, type Dimension, KEY_OF } from './dimensions.js';
import { packed } from './packed-cells.js';
import type { CaseRow, Period, RollupRow } from './rollup.queries.js';

const FIVE_DAYS_MS = 5 * 24 * 3_600_000;
const SEVEN_DAYS_MS = 7 * 24 * 3_600_000;

/** The rollups of a period of a department, from its cases: however many there are, only what they add up to is kept. */
export class RolledPeriod {
  private readonly known = new Map<Measure, Map<Dimension, Cells>>();

  constructor(private readonly period: Period) {}

  add(row: CaseRow): void {
    const byDimension = this.known.get(row.measure) ?? new Map(DIMENSIONS.map((dimension) => [dimension, new Map()]));
    this.known.set(row.measure, byDimension);
    for (const [dimension, cells] of byDimension) addCase(cellIn(cells, KEY_OF[dimension](row)), row);
  }

  rows(): RollupRow[] {
    return MEASURES.flatMap((measure) =>
      [...(this.known.get(measure) ?? [])].map(([dimension, cells]) => ({
        ...{ ...this.period, measure, dimension },
        ...packed(cells),
      })),
    );
  }
}

function addCase(cell: Cell, row: CaseRow): void {
  if (!isLasting(row.measure) || row.calendarMs !== null) cell.n += 1;
  if (row.isWithin !== null) cell.judged += 1;
  if (row.isWithin) cell.within += 1;
  if (row.calendarMs !== null && row.calendarMs <= FIVE_DAYS_MS) cell.withinFiveDays += 1;
  if (row.calendarMs !== null && row.calendarMs <= SEVEN_DAYS_MS) cell.withinSevenDays += 1;
  time(cell.calendar, row.calendarMs, row.calendarBin);
  time(cell.working, row.workingMs, row.workingBin);
}

function time(timing: Timing, ms: number | null, bin: number | null): void {
  if (ms === null || bin === null) return;
  timing.n += 1;
  timing.ms += ms;
  addToBin(timing.bins, bin, 1);
}
