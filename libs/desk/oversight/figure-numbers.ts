import { addCell, type Cell, type Cells, emptyCell, type Timing } from './rollups/cell.js';
import { percentilesOf } from './sketch.js';

export const SHARES = [0.5, 0.75, 0.9, 0.95] as const;

/** What a row of figures is made of; times in ms. */
export interface FigureNumbers {
  n: number;
  judged: number;
  within: number;
  withinFiveDays: number;
  withinSevenDays: number;
  /** By the asked clock: how many, how long together, and the percentiles of SHARES. */
  timed: number;
  sumMs: number;
  percentilesMs: readonly (number | null)[];
}

export const NO_NUMBERS: FigureNumbers = {
  ...{ n: 0, judged: 0, within: 0, withinFiveDays: 0, withinSevenDays: 0, timed: 0, sumMs: 0 },
  percentilesMs: SHARES.map(() => null),
};

/** By key; the total of everything beside them. */
export interface NumbersByKey {
  total: FigureNumbers;
  groups: ReadonlyMap<string, FigureNumbers>;
}

/** The total is that of all groups together. */
export function totalAndGroups(cells: Cells, clock: 'calendar' | 'working'): NumbersByKey {
  const total = emptyCell();
  for (const cell of cells.values()) addCell(total, cell);
  return {
    total: numbersOf(total, clock),
    groups: new Map([...cells].map(([key, cell]) => [key, numbersOf(cell, clock)])),
  };
}

function numbersOf(cell: Cell, clock: 'calendar' | 'working'): FigureNumbers {
  const { n, judged, within, withinFiveDays, withinSevenDays } = cell;
  const { n: timed, ms: sumMs, bins }: Timing = cell[clock];
  return {
    n,
    judged,
    within,
    withinFiveDays,
    withinSevenDays,
    timed,
    sumMs,
    percentilesMs: percentilesOf(bins, SHARES),
  };
}
