import type { Measure } from '#domain/oversight/measure.js';
import { casesSql } from './group-keys.js';
import { addToBin, type Cells, cellIn } from './rollups/cell.js';
import type { ClockColumn } from './rollups/packed-cells.js';

/** The measurements of a group, counted; `bins` is each bin of the sketch and how many are in it, in one long line. */
export interface CountedRow {
  key: string;
  bins: string | null;
  n: number;
  timed: number;
  ms: number;
  judged: number;
  within: number;
  withinFiveDays: number;
  withinSevenDays: number;
}

interface Counting {
  key: string;
  measure: Measure;
  clock: ClockColumn;
  /** All after SELECT and its columns. */
  from: string;
}

/**
 * Counts measurements `m` by group and bin. One row a group leaves the
 * database: one for each bin would be nearly as many as there are cases.
 */
export function countedQuery({ key, measure, clock, from }: Counting): string {
  return `
  SELECT key, sum(n)::int AS n, sum(timed)::int AS timed, sum(ms)::float8 AS ms, sum(judged)::int AS judged,
    sum(within)::int AS within, sum(within_five_days)::int AS "withinFiveDays", sum(within_seven_days)::int AS "withinSevenDays",
    string_agg(bin || ' ' || timed, ' ') AS bins
  FROM (
    SELECT ${key} AS key, m.${clock}_bin AS bin, ${casesSql(measure, 'm.calendar_ms')} AS n, count(m.${clock}_ms) AS timed,
      coalesce(sum(m.${clock}_ms), 0) AS ms, count(m.is_within) AS judged, count(*) FILTER (WHERE m.is_within) AS within,
      count(*) FILTER (WHERE m.calendar_ms <= 432000000) AS within_five_days,
      count(*) FILTER (WHERE m.calendar_ms <= 604800000) AS within_seven_days
    ${from}
    GROUP BY 1, 2
  ) counted GROUP BY key`;
}

export function countedCells(rows: readonly CountedRow[], clock: ClockColumn): Cells {
  const cells: Cells = new Map();
  for (const { key, bins, n, timed, ms, judged, within, withinFiveDays, withinSevenDays } of rows) {
    const cell = cellIn(cells, key);
    cell.n += n;
    cell.judged += judged;
    cell.within += within;
    cell.withinFiveDays += withinFiveDays;
    cell.withinSevenDays += withinSevenDays;
    const timing = cell[clock];
    timing.n += timed;
    timing.ms += ms;
    const numbers = bins === null ? [] : bins.split(' ');
    for (let at = 0; at < numbers.length; at += 2) addToBin(timing.bins, Number(numbers[at]), Number(numbers[at + 1]));
  }
  return cells;
}
