import type { Tx } from '#database/transaction.js';
import { DeskRollups } from './desk-rollups.js';
import { RolledPeriod } from './rolled-period.js';
import {
  noLongerStale,
  type Period,
  type RollupRow,
  readCases,
  replaceRollups,
  rollupsOf,
  stalePeriods,
  WHOLE_DESK,
} from './rollup.queries.js';

/** How many cases are in memory at once, and how many one step looks at where it has several periods to choose from. */
export interface CaseLimits {
  atOnce: number;
  mostTogether: number;
}

const LIMITS: CaseLimits = { atOnce: 5_000, mostTogether: 100_000 };

/**
 * Rolls up the next few stale days and months that are over, from their measurements, and answers how many; 0: there are
 * none. What a department's rollups changed by, those of the whole desk change by: they are never counted anew. The
 * caller is alone with it.
 */
export async function rollUpStale(
  tx: Tx,
  { before, limit }: { before: string; limit: number },
  limits = LIMITS,
): Promise<number> {
  const stale = await stalePeriods(tx, { before, limit });
  if (stale.length === 0) return 0;
  const { periods, made } = await firstOf(tx, stale, limits);
  await noLongerStale(tx, periods);
  const kept = await rollupsOf(tx, periods);
  const keptOfDesk = await rollupsOf(tx, deskPeriods(periods));
  const desk = new DeskRollups(keptOfDesk);
  for (const row of kept) desk.add(row, -1);
  for (const row of made) desk.add(row, 1);
  await replaceRollups(tx, [...kept, ...keptOfDesk], [...made, ...desk.rows()]);
  return periods.length;
}

/** All of them, or as many of the first as have few enough cases together; one at least. */
async function firstOf(
  tx: Tx,
  periods: readonly Period[],
  limits: CaseLimits,
): Promise<{ periods: readonly Period[]; made: RollupRow[] }> {
  const most = periods.length === 1 ? Number.POSITIVE_INFINITY : limits.mostTogether;
  const made = await rolledUp(tx, periods, { ...limits, mostTogether: most });
  if (made) return { periods, made };
  return firstOf(tx, periods.slice(0, Math.ceil(periods.length / 2)), limits);
}

/** The rollups of periods of departments, from their cases; null where there are too many of these. */
export async function rolledUp(
  tx: Tx,
  periods: readonly Period[],
  limits: CaseLimits = { ...LIMITS, mostTogether: Number.POSITIVE_INFINITY },
): Promise<RollupRow[] | null> {
  const rolled = periods.map((period) => new RolledPeriod(period));
  const areAll = await readCases(tx, periods, limits, (row) => rolled[row.place - 1]?.add(row));
  return areAll ? rolled.flatMap((one) => one.rows()) : null;
}

/** The same times of the whole desk. */
export function deskPeriods(periods: readonly Period[]): Period[] {
  const byTime = new Map(periods.map(({ level, startsOn }) => [`${level} ${startsOn}`, { level, startsOn }]));
  return [...byTime.values()].map((time) => ({ departmentId: WHOLE_DESK, ...time }));
}
