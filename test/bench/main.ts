import 'reflect-metadata';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { explain } from '../../apps/desk/explain.js';
import { onStopRequest, StopRequested } from '../../apps/desk/launcher/stop-request.js';
import { OperatorProblem } from '../../apps/desk/operator-problem.js';
import type { Bench, BenchOptions, RuleBench } from './bench.js';
import { inboxBench } from './inbox/inbox.bench.js';
import { intakeBench } from './intake/intake.bench.js';
import { liveBench } from './live/live.bench.js';
import { oversightBench } from './oversight/oversight.bench.js';
import { personalDataBench } from './personal-data/personal-data.bench.js';
import { tell } from './report/progress.js';
import type { BenchReport } from './report/report.js';
import { tableOf } from './report/table.js';
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
};
const RULE_BENCHES: Record<string, RuleBench> = { 'personal-data': personalDataBench };
const NAMES = [...Object.keys(BENCHES), ...Object.keys(RULE_BENCHES)];
const USAGE = `Usage: npm run bench -- ${NAMES.join('|')} [--json] [--quick] [--rate <messages per second, for live>]`;

process.exit(await main(process.argv.slice(2)));

/** 0 also when a target is missed: a bench tells, it does not judge. */
async function main(args: string[]): Promise<number> {
  const signal = onStopRequest(() => process.exit(130));
  try {
    const { run, asJson } = read(args, signal);
    const notes = busyMachine();
    const found = await run();
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

function read(args: string[], signal: AbortSignal): { run: () => Promise<BenchReport>; asJson: boolean } {
  const { values, positionals } = parsed(args);
  const highestRate = values.rate === undefined ? undefined : Number(values.rate);
  if (highestRate !== undefined && !(highestRate >= 4))
    throw new OperatorProblem(`--rate must be 4 or more.\n${USAGE}`);
  const [name = '', ...more] = positionals;
  const run = runOf(name, { isQuick: values.quick, highestRate }, signal);
  if (!run || more.length > 0) throw new OperatorProblem(USAGE);
  return { run, asJson: values.json };
}

function runOf(name: string, options: BenchOptions, signal: AbortSignal): (() => Promise<BenchReport>) | undefined {
  const [bench, ruleBench] = [BENCHES[name], RULE_BENCHES[name]];
  if (ruleBench) return async () => ruleBench(options);
  return bench && (() => onWorkbench(signal, (workbench) => bench(workbench, options)));
}

function parsed(args: string[]) {
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({ args, allowPositionals: true, options: { json: flag, quick: flag, rate: { type: 'string' } } });
  } catch (error) {
    throw new OperatorProblem(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
