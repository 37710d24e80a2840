import type { BenchOptions } from '../bench.js';
import { type LoadResult, loadInWords } from '../load/closed-load.js';
import { inTurn, type Pair, samplesOf } from '../report/in-turn.js';
import { atLeast, type BenchReport, limitedFact, measureOf, reportOf } from '../report/report.js';
import { median } from '../report/statistics.js';
import type { Workbench } from '../servers/workbench.js';
import { type InboxServers, inboxServers, type View } from './inbox-server.js';

const VIEWS = ['queue', 'all'] as const;
const MOST_GROWTH = 1.5;

/** Pages of the inbox per second, on a small desk and on one with years behind it. */
export async function inboxBench(workbench: Workbench, { isQuick }: BenchOptions): Promise<BenchReport> {
  const sizes = isQuick ? [10_000, 50_000] : [10_000, 1_000_000];
  const seconds = isQuick ? 0.5 : 3;
  const rounds = isQuick ? 1 : 3;
  const desks: { size: number; servers: InboxServers }[] = [];
  for (const size of sizes) desks.push({ size, servers: await inboxServers(workbench, size) });
  await workbench.checkpoint();

  const results: Result[] = [];
  for (const view of VIEWS) {
    for (const { servers } of desks) await warmUp(servers, { view, seconds });
    const ofView = desks.map(({ size, servers }) => resultOf({ view, size, servers }));
    // Round by round over both sizes, so that growth is between neighbours in time too.
    for (let round = 0; round < rounds; round += 1) {
      for (const { what, view, servers, pairs } of ofView) {
        const floor = () => servers.floor(view, seconds);
        const ours = () => servers.ours(view, seconds);
        pairs.push(...(await inTurn({ what, rounds: 1, floor, ours, inWords: loadInWords })));
      }
    }
    results.push(...ofView);
  }
  return report(results);
}

interface Result {
  what: string;
  view: View;
  servers: InboxServers;
  pairs: Pair<LoadResult>[];
}

function resultOf({ view, size, servers }: { view: View; size: number; servers: InboxServers }): Result {
  return { what: `${view}, ${size.toLocaleString('en')} conversations`, view, servers, pairs: [] };
}

async function warmUp(servers: InboxServers, { view, seconds }: { view: View; seconds: number }): Promise<void> {
  await servers.floor(view, seconds / 2);
  await servers.ours(view, seconds);
}

function report(results: readonly Result[]): BenchReport {
  const measures = results.map(({ what, pairs }) =>
    measureOf(what, { unit: '/s', samples: samplesOf(pairs, (result) => result.perSecond), target: atLeast(0.5) }),
  );
  const worst = measures.reduce((lower, measure) => (measure.ratio < lower.ratio ? measure : lower));
  const growths = VIEWS.map((view) => {
    const value = growthOf(results.filter((result) => result.view === view));
    return limitedFact(`growth of ${view} from small to large`, { value, unit: '×', atMost: MOST_GROWTH });
  });
  const latencies = results.map(({ what, pairs }) => ({
    what: `p99 of ${what}`,
    value: median(pairs.map((pair) => pair.ours.p99)),
    unit: 'ms',
  }));
  const notes = ['the headline is the view and size with the lowest ratio; 8 connections, pages of 50'];
  return reportOf('inbox', { headline: worst, measures, facts: [...growths, ...latencies], notes });
}

/** How many times longer a page takes on the larger desk. */
function growthOf(results: readonly Result[]): number {
  const [small = Number.NaN, large = Number.NaN] = results.map(({ pairs }) =>
    median(pairs.map((pair) => pair.ours.perSecond)),
  );
  return small / large;
}
