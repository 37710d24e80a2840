import type { BenchOptions } from '../bench.js';
import { intakeDirectory } from '../intake/intake-directory.js';
import { CitizensMessages } from '../load/citizens-messages.js';
import { closedLoad, loadInWords } from '../load/closed-load.js';
import { inTurn, type Pair, samplesOf } from '../report/in-turn.js';
import { tell } from '../report/progress.js';
import { atMost, type BenchReport, type Fact, limitedFact, measureOf, reportOf } from '../report/report.js';
import { median } from '../report/statistics.js';
import { startPart } from '../servers/product.js';
import { startFloor } from '../servers/start-floor.js';
import type { Workbench } from '../servers/workbench.js';
import { liveProduct } from './live-product.js';
import { type LiveResult, LiveScene } from './live-scene.js';

const HIGHEST_RATE = 500;
const HALF = 0.5;
const SHARES = [0.25, HALF, 0.75];
const FLOOR_DEPARTMENTS = Array.from({ length: 8 }, (_, n) => `department-${n}`);

/** From sending the POST until the assigned officer's client has the refetched row. */
export async function liveBench(workbench: Workbench, { isQuick, highestRate }: BenchOptions): Promise<BenchReport> {
  const rounds = isQuick ? 1 : 3;
  const seconds = isQuick ? 2 : 6;
  const rate = highestRate ?? Math.min(HIGHEST_RATE, await reachedByIntake(workbench, isQuick ? 1 : 4));
  const { scene: ours, clearDesks } = await liveProduct(workbench);
  const floor = await liveFloor(workbench);
  await Promise.all([floor.open(), ours.open()]);
  const play = async (scene: LiveScene, perSecond: number, forSeconds = seconds) => {
    await clearDesks();
    await workbench.checkpoint();
    return scene.play(perSecond, forSeconds);
  };

  await play(floor, rate * HALF, isQuick ? 1 : 3);
  await play(ours, rate * HALF, isQuick ? 1 : 5);
  const results: Result[] = [];
  for (const share of SHARES) {
    const perSecond = rate * share;
    const what = `${Math.round(perSecond)} messages/s`;
    const turns = { floor: () => play(floor, perSecond), ours: () => play(ours, perSecond) };
    results.push({ what, share, pairs: await inTurn({ what, rounds, ...turns, inWords }) });
  }
  for (const scene of [floor, ours]) scene.close();
  return report(results, { rate, hasRedis: workbench.redisUrl !== undefined });
}

/** At 32 connections, without a worker; a database of its own, so that nothing of it is left to be done afterwards. */
async function reachedByIntake(workbench: Workbench, seconds: number): Promise<number> {
  const databaseUrl = await workbench.newDatabase('live_rate', 'migrated');
  const { key, departments } = await intakeDirectory(databaseUrl);
  const { url, stop } = await startPart(workbench, 'api', { databaseUrl, namespace: 'bench_rate' });
  const messages = new CitizensMessages({ departments, headers: { authorization: `Bearer ${key}` } });
  const next = () => messages.next().request;
  const load = { url, connections: 32, seconds, signal: workbench.signal, next, expected: 202 };
  const result = await closedLoad(load);
  await stop();
  tell(`  intake reached ${loadInWords(result)}`);
  return result.perSecond;
}

async function liveFloor(workbench: Workbench): Promise<LiveScene> {
  const DATABASE_URL = await workbench.newDatabase('live_floor', 'bare');
  const url = await startFloor(workbench, 'live/notify.floor.js', { DATABASE_URL });
  const messages = new CitizensMessages({ departments: FLOOR_DEPARTMENTS });
  const officers = FLOOR_DEPARTMENTS.map((department) => ({ department }));
  return new LiveScene({ url, messages, officers, signal: workbench.signal });
}

interface Result {
  what: string;
  share: number;
  pairs: Pair<LiveResult>[];
}

function inWords({ p50, p99, missing }: LiveResult): string {
  return `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms${missing > 0 ? `, ${missing} NEVER` : ''}`;
}

function report(results: readonly Result[], { rate, hasRedis }: { rate: number; hasRedis: boolean }): BenchReport {
  const measures = results.map(({ what, pairs }) =>
    measureOf(`p50 at ${what}`, { unit: 'ms', samples: samplesOf(pairs, (result) => result.p50), target: atMost(2) }),
  );
  const headline = measures[SHARES.indexOf(HALF)];
  if (!headline) throw new Error('live was not measured at half');
  const facts = results.flatMap(({ what, share, pairs }): Fact[] => {
    const value = median(pairs.map((pair) => pair.ours.p99));
    const floor = median(pairs.map((pair) => pair.floor.p99));
    const limited = limitedFact(`p99 at ${what}`, { value, unit: 'ms', atMost: 150 });
    const ours = share === HALF ? limited : { what: limited.what, value, unit: 'ms' };
    return [ours, { what: `p99 of the floor at ${what}`, value: floor, unit: 'ms' }];
  });
  const missing = results.flatMap(({ pairs }) => pairs.map((pair) => pair.ours.missing));
  const lost = limitedFact('never arrived', { value: missing.reduce((sum, n) => sum + n, 0), unit: '', atMost: 0 });
  const notes = [`shares of ${Math.round(rate)} messages/s`, ...(hasRedis ? [] : [NO_REDIS])];
  return reportOf('live', { headline, measures, facts: [...facts, lost], notes });
}

const NO_REDIS =
  'no Redis was found: jobs on PostgreSQL and everything in one process, which is not how a large desk runs';
