import { addToBin, type Cells, cellIn } from './rollups/cell.js';
import type { ClockColumn } from './rollups/packed-cells.js';

/** Measurements `m` of one group and one bin of the sketch, counted. */
export interface CountedRow {
  key: string;
  bin: number | null;
  n: number;
  timed: number;
  ms: number;
  judged: number;
  within: number;
  withinFiveDays: number;
  withinSevenDays: number;
}

/** The columns of a statement that ends with GROUP BY 1, 2; `key` is the group's own SQL. */
export function countedColumns(key: string, clock: ClockColumn): string {
  return `${key} AS key, m.${clock}_bin AS bin, count(*)::int AS n, count(m.${clock}_ms)::int AS timed,
    coalesce(sum(m.${clock}_ms), 0)::float8 AS ms, count(m.is_within)::int AS judged,
    (count(*) FILTER (WHERE m.is_within))::int AS within,
    (count(*) FILTER (WHERE m.calendar_ms <= 432000000))::int AS "withinFiveDays",
    (count(*) FILTER (WHERE m.calendar_ms <= 604800000))::int AS "withinSevenDays"`;
}

export function countedCells(rows: readonly CountedRow[], clock: ClockColumn): Cells {
  const cells: Cells = new Map();
  for (const { key, bin, n, timed, ms, judged, within, withinFiveDays, withinSevenDays } of rows) {
    const cell = cellIn(cells, key);
    cell.n += n;
    cell.judged += judged;
    cell.within += within;
    cell.withinFiveDays += withinFiveDays;
    cell.withinSevenDays += withinSevenDays;
    const timing = cell[clock];
    timing.n += timed;
    timing.ms += ms;
    if (bin !== null) addToBin(timing.bins, bin, timed);
  }
  return cells;
}
