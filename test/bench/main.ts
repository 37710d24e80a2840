import 'reflect-metadata';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { explain } from '../../apps/desk/explain.js';
import { onStopRequest, StopRequested } from '../../apps/desk/launcher/stop-request.js';
import { OperatorProblem } from '../../apps/desk/operator-problem.js';
import type { Bench, BenchOptions } from './bench.js';
import { inboxBench } from './inbox/inbox.bench.js';
import { intakeBench } from './intake/intake.bench.js';
import { liveBench } from './live/live.bench.js';
import { oversightBench } from './oversight/oversight.bench.js';
import { tell } from './report/progress.js';
import { tableOf } from './report/table.js';
import { screeningBench } from './screening/screening.bench.js';
import { searchBench } from './search/search.bench.js';
import { onWorkbench } from './servers/workbench.js';
import { watchersBench } from './watchers/watchers.bench.js';

const BENCHES: Record<string, Bench> = {
  intake: intakeBench,
  live: liveBench,
  inbox: inboxBench,
  watchers: watchersBench,
  search: searchBench,
  oversight: oversightBench,
  screening: screeningBench,
};
const USAGE = `Usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--json] [--quick] [--rate <messages per second, for live>]`;

process.exit(await main(process.argv.slice(2)));

/** 0 also when a target is missed: a bench tells, it does not judge. */
async function main(args: string[]): Promise<number> {
  const signal = onStopRequest(() => process.exit(130));
  try {
    const { bench, asJson, options } = read(args);
    const notes = busyMachine();
    const found = await onWorkbench(signal, (workbench) => bench(workbench, options));
    const report = { ...found, notes: [...found.notes, ...notes] };
    process.stdout.write(`${asJson ? JSON.stringify(report) : `\n${tableOf(report)}`}\n`);
    return 0;
  } catch (error) {
    if (signal.aborted || error instanceof StopRequested) {
      tell('Stopped and cleaned up.');
      return 130;
    }
    tell(`\n${explain(error)}`);
    return 1;
  }
}

/** Others who work on the machine fall on floor and product alike, but not evenly: the reader has to know. */
function busyMachine(): string[] {
  const [load = 0] = loadavg();
  if (load < cpus().length / 4) return [];
  const note = `the machine was not quiet when the bench began: load average ${load.toFixed(1)} on ${cpus().length} processors`;
  tell(`  Warning: ${note}`);
  return [note];
}

function read(args: string[]): { bench: Bench; asJson: boolean; options: BenchOptions } {
  const { values, positionals } = parsed(args);
  const bench = BENCHES[positionals[0] ?? ''];
  if (!bench || positionals.length > 1) throw new OperatorProblem(USAGE);
  const highestRate = values.rate === undefined ? undefined : Number(values.rate);
  if (highestRate !== undefined && !(highestRate >= 4))
    throw new OperatorProblem(`--rate must be 4 or more.\n${USAGE}`);
  return { bench, asJson: values.json, options: { isQuick: values.quick, highestRate } };
}

function parsed(args: string[]) {
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({ args, allowPositionals: true, options: { json: flag, quick: flag, rate: { type: 'string' } } });
  } catch (error) {
    throw new OperatorProblem(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
