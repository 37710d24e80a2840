import type { DataSource } from 'typeorm';
import type { Tx } from '#database/transaction.js';
import { DeskRollups } from './desk-rollups.js';
import { deskPeriods, rolledUp } from './roll-up.js';
import { everyPeriod, type KnownPeriod, nameOf, type RollupRow, rollupsOf, WHOLE_DESK } from './rollup.queries.js';

const PERIODS = 60;

/**
 * How many rollups are not those of their measurements, are missing, or are left over: of departments, without what is
 * known to be stale, and of the whole desk.
 */
export function countWrongRollups(dataSource: DataSource): Promise<number> {
  return dataSource.transaction('REPEATABLE READ', async (tx) => {
    let wrong = 0;
    for (const periods of together(await everyPeriod(tx))) wrong += await countWrongAt(tx, periods);
    return wrong;
  });
}

/** In parts of about so many, each day or month of everybody whole in one of them. */
function together(periods: readonly KnownPeriod[]): KnownPeriod[][] {
  const parts: KnownPeriod[][] = [];
  for (const ofTime of Map.groupBy(periods, ({ level, startsOn }) => `${level} ${startsOn}`).values()) {
    const last = parts.at(-1);
    if (last && last.length < PERIODS) last.push(...ofTime);
    else parts.push(ofTime);
  }
  return parts;
}

/** The whole desk counts what is stale as it was when it was rolled up. */
async function countWrongAt(tx: Tx, periods: readonly KnownPeriod[]): Promise<number> {
  const desk = new DeskRollups();
  const ofDepartments = periods.filter(({ departmentId }) => departmentId !== WHOLE_DESK);
  let wrong = 0;
  for (let from = 0; from < ofDepartments.length; from += PERIODS) {
    const some = ofDepartments.slice(from, from + PERIODS);
    const [stale, fresh] = [some.filter(({ isStale }) => isStale), some.filter(({ isStale }) => !isStale)];
    const made = (await rolledUp(tx, fresh)) ?? [];
    wrong += differences(await rollupsOf(tx, fresh), made);
    for (const row of [...made, ...(await rollupsOf(tx, stale))]) desk.add(row, 1);
  }
  return wrong + differences(await rollupsOf(tx, deskPeriods(periods)), desk.rows());
}

function differences(kept: readonly RollupRow[], made: readonly RollupRow[]): number {
  const names = new Set(made.map(nameOf));
  const byName = new Map(kept.map((row) => [nameOf(row), row]));
  const differing = made.filter((row) => !isSame(row, byName.get(nameOf(row))));
  return differing.length + kept.filter((row) => !names.has(nameOf(row))).length;
}

function isSame(one: RollupRow, other: RollupRow | undefined): boolean {
  if (!other) return false;
  return one.counts.equals(other.counts) && one.calendar.equals(other.calendar) && one.working.equals(other.working);
}
