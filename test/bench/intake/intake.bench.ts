import type { BenchOptions } from '../bench.js';
import { CitizensMessages } from '../load/citizens-messages.js';
import { closedLoad, type LoadResult, loadInWords } from '../load/closed-load.js';
import { inTurn, type Pair, samplesOf } from '../report/in-turn.js';
import { tell } from '../report/progress.js';
import { atLeast, type BenchReport, type Fact, limitedFact, measureOf, reportOf } from '../report/report.js';
import { median } from '../report/statistics.js';
import { startPart } from '../servers/product.js';
import { startFloor } from '../servers/start-floor.js';
import type { Workbench } from '../servers/workbench.js';
import { intakeDirectory } from './intake-directory.js';

const CONNECTIONS = 32;
const NAMESPACE = 'bench_intake';

/** Messages taken per second, stored and answered, against one INSERT per request. */
export async function intakeBench(workbench: Workbench, { isQuick }: BenchOptions): Promise<BenchReport> {
  const rounds = isQuick ? 1 : 3;
  const seconds = isQuick ? 1 : 6;
  const databaseUrl = await workbench.newDatabase('intake', 'migrated');
  const { key, departments } = await intakeDirectory(databaseUrl);
  const floorUrl = await startFloor(workbench, 'intake/one-insert.floor.js', {
    DATABASE_URL: await workbench.newDatabase('intake_floor', 'bare'),
  });
  const api = await startPart(workbench, 'api', { databaseUrl, namespace: NAMESPACE });
  const messages = new CitizensMessages({ departments, headers: { authorization: `Bearer ${key}` } });
  const load = async (url: string, connections: number, forSeconds = seconds) => {
    await workbench.checkpoint();
    const next = () => messages.next().request;
    return closedLoad({ url, connections, seconds: forSeconds, signal: workbench.signal, next, expected: 202 });
  };
  const turns = (what: string, connections: number) =>
    inTurn({
      what,
      rounds,
      floor: () => load(floorUrl, connections),
      ours: () => load(api.url, connections),
      inWords: loadInWords,
    });

  await load(floorUrl, CONNECTIONS, isQuick ? 1 : 3);
  await load(api.url, CONNECTIONS, isQuick ? 1 : 5);
  const many = await turns(`${CONNECTIONS} connections`, CONNECTIONS);
  const one = await turns('1 connection', 1);
  const worker = await startPart(workbench, 'worker', { databaseUrl, namespace: NAMESPACE });
  const beside = await load(api.url, CONNECTIONS);
  tell(`  while the worker relays: ours ${loadInWords(beside)}`);
  await worker.stop();
  return report({ many, one, beside });
}

function report({
  many,
  one,
  beside,
}: Record<'many' | 'one', Pair<LoadResult>[]> & { beside: LoadResult }): BenchReport {
  const rate = (pairs: Pair<LoadResult>[]) => samplesOf(pairs, (result) => result.perSecond);
  const headline = measureOf(`${CONNECTIONS} connections`, { unit: '/s', samples: rate(many), target: atLeast(1.5) });
  const alone = measureOf('1 connection', { unit: '/s', samples: rate(one), target: atLeast(0.5) });
  const middle = (pairs: Pair<LoadResult>[], figure: 'p50' | 'p99', of: 'floor' | 'ours' = 'ours') =>
    median(pairs.map((pair) => pair[of][figure]));
  const facts: Fact[] = [
    limitedFact(`p99 at ${CONNECTIONS} connections`, { value: middle(many, 'p99'), unit: 'ms', atMost: 50 }),
    { what: `p50 at ${CONNECTIONS} connections`, value: middle(many, 'p50'), unit: 'ms' },
    { what: `p99 of the floor at ${CONNECTIONS} connections`, value: middle(many, 'p99', 'floor'), unit: 'ms' },
    { what: 'p50 at 1 connection', value: middle(one, 'p50'), unit: 'ms' },
    { what: 'while the worker catches up on the same machine', value: beside.perSecond, unit: '/s' },
  ];
  const notes = ['the api takes the messages while the worker stands still, except in the last figure'];
  return reportOf('intake', { headline, measures: [headline, alone], facts, notes });
}
