import type { Figure } from '#contracts/oversight.http.js';
import type { BenchOptions } from '../bench.js';
import { inTurn, type Pair, samplesOf } from '../report/in-turn.js';
import { atMost, type BenchReport, type Fact, limitedFact, measureOf, reportOf } from '../report/report.js';
import { median } from '../report/statistics.js';
import type { Workbench } from '../servers/workbench.js';
import { type FloorRow, type OversightDesk, oversightDesk } from './oversight-desk.js';
import { type Screen, screens } from './screens.js';

const MOST_MS = 100;
const MOST_DEVIATION_PERCENT = 1;
const TIMES = 50;

/** How long a screen of oversight takes at the api, and the same numbers from the raw rows. */
export async function oversightBench(workbench: Workbench, { isQuick }: BenchOptions): Promise<BenchReport> {
  const desk = await oversightDesk(workbench, isQuick ? 100_000 : 1_000_000);
  await workbench.checkpoint();
  const found = [];
  for (const screen of screens()) found.push(await lookAt(desk, screen, isQuick ? 1 : 3));
  const live = [await desk.live(), await desk.live(), await desk.live()];
  return report(found, median(live));
}

interface Looked {
  what: string;
  pairs: Pair<number>[];
  deviationPercent: number;
  exact: boolean;
}

async function lookAt(desk: OversightDesk, screen: Screen, rounds: number): Promise<Looked> {
  const [floor, ours] = [await desk.floor(screen), await desk.ours(screen)];
  const deviationPercent = 100 * deviationOf(ours.found.total, floor.found, ours.found.groups);
  const pairs = await inTurn({
    what: screen.what,
    rounds,
    floor: async () => (await desk.floor(screen)).ms,
    ours: async () =>
      median([await desk.ours(screen), await desk.ours(screen), await desk.ours(screen)].map(({ ms }) => ms)),
    inWords: (ms) => `${ms.toFixed(1)} ms`,
  });
  return { what: screen.what, pairs, deviationPercent, exact: ours.found.exact };
}

/** The largest of all differences, as a share of the floor's number. Another count of cases is a bug, not a deviation. */
function deviationOf(total: Figure, rows: readonly FloorRow[], groups: readonly Figure[]): number {
  const ofFloor = rows.filter(({ isTotal, n }) => !isTotal && n > 0).map(({ n }) => n);
  const counted = groups.filter(({ n }) => n > 0).map(({ n }) => n);
  const isSame = (one: number[], other: number[]) =>
    one.toSorted((a, b) => a - b).join() === other.toSorted((a, b) => a - b).join();
  if (counted.length > 0 && !isSame(ofFloor, counted)) throw new Error('floor and product count different cases');
  const whole = rows.find(({ isTotal }) => isTotal);
  if (!whole || whole.n !== total.n) throw new Error(`floor counts ${whole?.n} cases, the product ${total.n}`);
  const found = [total.medianHours, total.p75Hours, total.p90Hours, total.p95Hours, total.meanHours];
  const wanted = [...(whole.percentiles ?? []), whole.mean ?? 0].map((seconds) => seconds / 3_600);
  return Math.max(...wanted.map((hours, place) => Math.abs((found[place] ?? 0) - hours) / hours));
}

function report(found: readonly Looked[], liveMs: number): BenchReport {
  const measures = found.map(({ what, pairs }) =>
    measureOf(what, { unit: 'ms', samples: samplesOf(pairs, (ms) => ms), target: atMost(1 / TIMES) }),
  );
  const slowest = measures.reduce((worse, measure) => (measure.ratio > worse.ratio ? measure : worse));
  const facts: Fact[] = [
    ...measures.map(({ what, ours }) => limitedFact(`ours, ${what}`, { value: ours, unit: 'ms', atMost: MOST_MS })),
    limitedFact('ours, the wall', { value: liveMs, unit: 'ms', atMost: MOST_MS }),
    limitedFact('farthest from the floor', {
      ...{ value: Math.max(...found.map(({ deviationPercent }) => deviationPercent)), unit: '%' },
      atMost: MOST_DEVIATION_PERCENT,
    }),
  ];
  const notes = [
    `the headline is the screen with the least advantage; ≤ ${1 / TIMES} × floor is ${TIMES} × faster`,
    'ours is the whole request at the api, with who waits now; the floor is the bare query of the answered ones',
  ];
  return reportOf('oversight', { headline: slowest, measures, facts, notes });
}
