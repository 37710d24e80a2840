import { setTimeout as pause } from 'node:timers/promises';
import type { BenchOptions } from '../bench.js';
import { check } from '../load/closed-load.js';
import { ConnectionPool } from '../load/connection-pool.js';
import { steadyLoad } from '../load/steady-load.js';
import { tell } from '../report/progress.js';
import { type BenchReport, limitedFact, reportWithoutFloor } from '../report/report.js';
import { percentile } from '../report/statistics.js';
import { cpuSeconds } from '../servers/cpu-seconds.js';
import type { Workbench } from '../servers/workbench.js';
import { consoleRules } from './console-rules.js';
import { screenAges } from './screen-age.js';
import { changesOf, type WatchersDesk, watchersDesk } from './watchers-desk.js';
import { WatchingConsole } from './watching-console.js';

const CONSOLES = 50;
const PER_SECOND = 20;
/** Until the last message has gone its way through screening and assignment to every screen. */
const SETTLE_MS = 3_000;

/** Fifty officers watch one queue that takes twenty messages a second: what that costs, and how old their screens are. */
export async function watchersBench(workbench: Workbench, { isQuick }: BenchOptions): Promise<BenchReport> {
  const desk = await watchersDesk(workbench, CONSOLES);
  const connections = new ConnectionPool(desk.api.url);
  const rules = await consoleRules();
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => void failures.push(error);
  const consoles = desk.cookies.map(
    (cookie) => new WatchingConsole({ url: desk.api.url, cookie, rules, connections, onFailure }),
  );
  await Promise.all(consoles.map((console) => console.connect()));
  const play = async (seconds: number): Promise<Played> => {
    const beganAt = Date.now();
    const [api, worker] = await bothCpu(desk);
    await steadyLoad({
      perSecond: PER_SECOND,
      seconds,
      signal: workbench.signal,
      start: () => write(desk, connections),
    });
    const playedSeconds = (Date.now() - beganAt) / 1_000;
    const [apiAfter, workerAfter] = await bothCpu(desk);
    const endedAt = Date.now();
    await pause(SETTLE_MS);
    if (failures.length > 0) throw failures[0];
    return {
      apiCores: (apiAfter - api) / playedSeconds,
      workerCores: (workerAfter - worker) / playedSeconds,
      listsPerSecond: fetchesBetween(consoles, { beganAt, endedAt, isList: true }) / playedSeconds,
      othersPerSecond: fetchesBetween(consoles, { beganAt, endedAt, isList: false }) / playedSeconds,
      ages: await agesOf(desk, consoles, beganAt),
    };
  };
  await play(isQuick ? 2 : 5);
  const played = await play(isQuick ? 5 : 30);
  for (const console of consoles) console.close();
  connections.close();
  tell(`  ${played.ages.length} changes on ${CONSOLES} screens`);
  return report(played, workbench.redisUrl !== undefined);
}

interface Played {
  apiCores: number;
  workerCores: number;
  listsPerSecond: number;
  othersPerSecond: number;
  /** Per change and console, in milliseconds. */
  ages: number[];
}

async function write({ messages }: WatchersDesk, connections: ConnectionPool): Promise<void> {
  check(await connections.send(messages.next().request), 202);
}

async function bothCpu({ api, worker }: WatchersDesk): Promise<[number, number]> {
  return [await cpuSeconds(api.url), worker ? await cpuSeconds(worker.url) : 0];
}

function fetchesBetween(
  consoles: readonly WatchingConsole[],
  { beganAt, endedAt, isList }: { beganAt: number; endedAt: number; isList: boolean },
): number {
  const all = consoles.flatMap(({ fetched }) => fetched);
  return all.filter((one) => one.isList === isList && one.beganAt >= beganAt && one.beganAt < endedAt).length;
}

async function agesOf(desk: WatchersDesk, consoles: readonly WatchingConsole[], since: number): Promise<number[]> {
  const changes = await changesOf(desk.dataSource, since);
  return consoles.flatMap(({ fetched }) => screenAges(changes, fetched));
}

function report({ apiCores, workerCores, listsPerSecond, othersPerSecond, ages }: Played, hasRedis: boolean) {
  const oldest = ages.reduce((most, age) => Math.max(most, age), 0);
  const headline = limitedFact('processors used by the api', { value: apiCores, unit: 'cores', atMost: 1 });
  const facts = [
    limitedFact('lists refetched by all consoles', { value: listsPerSecond, unit: '/s', atMost: CONSOLES }),
    limitedFact('age of the oldest screen', { value: oldest / 1_000, unit: 's', atMost: 2 }),
    { what: 'p99 of the age of a screen', value: percentile(ages, 0.99) / 1_000, unit: 's' },
    { what: 'median age of a screen', value: percentile(ages, 0.5) / 1_000, unit: 's' },
    { what: 'counts and notifications fetched by all consoles', value: othersPerSecond, unit: '/s' },
    { what: 'processors used by the worker', value: workerCores, unit: 'cores' },
  ];
  const notes = [`${CONSOLES} consoles on one queue, ${PER_SECOND} messages/s`, ...(hasRedis ? [] : [NO_REDIS])];
  return reportWithoutFloor('watchers', { headline, facts, notes });
}

const NO_REDIS = 'no Redis was found: jobs on PostgreSQL and everything in one process';
