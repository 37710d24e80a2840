import type { Bins } from '../sketch.js';

/** How long the cases of a cell took by one clock. All whole numbers: cells add up exactly, in any order. */
export interface Timing {
  n: number;
  ms: number;
  bins: Bins;
}

/** Cases that have something in common. */
export interface Cell {
  n: number;
  /** Those that had a promised time, and of them those that kept it: also those that were closed unanswered, which are not in `n`. */
  judged: number;
  within: number;
  /** Those that took at most 5 x 24 and 7 x 24 hours. */
  withinFiveDays: number;
  withinSevenDays: number;
  calendar: Timing;
  working: Timing;
}

/** By what they have in common. */
export type Cells = Map<string, Cell>;

export function emptyCell(): Cell {
  return {
    ...{ n: 0, judged: 0, within: 0, withinFiveDays: 0, withinSevenDays: 0 },
    calendar: emptyTiming(),
    working: emptyTiming(),
  };
}

export function emptyTiming(): Timing {
  return { n: 0, ms: 0, bins: new Map() };
}

/** The cell of a key, made where there is none. */
export function cellIn(cells: Cells, key: string): Cell {
  const known = cells.get(key);
  if (known) return known;
  const made = emptyCell();
  cells.set(key, made);
  return made;
}

/** Adds `times` as many of each; -1 takes away what was added before. */
export function addCells(into: Cells, from: Cells, times: 1 | -1 = 1): void {
  for (const [key, cell] of from) {
    const sum = cellIn(into, key);
    addCell(sum, cell, times);
    if (sum.n === 0 && sum.judged === 0) into.delete(key);
  }
}

export function addCell(into: Cell, from: Cell, times: 1 | -1 = 1): void {
  into.n += times * from.n;
  into.judged += times * from.judged;
  into.within += times * from.within;
  into.withinFiveDays += times * from.withinFiveDays;
  into.withinSevenDays += times * from.withinSevenDays;
  addTiming(into.calendar, from.calendar, times);
  addTiming(into.working, from.working, times);
}

function addTiming(into: Timing, from: Timing, times: 1 | -1): void {
  into.n += times * from.n;
  into.ms += times * from.ms;
  for (const [bin, n] of from.bins) addToBin(into.bins, bin, times * n);
}

export function addToBin(bins: Bins, bin: number, n: number): void {
  const sum = (bins.get(bin) ?? 0) + n;
  if (sum === 0) bins.delete(bin);
  else bins.set(bin, sum);
}
