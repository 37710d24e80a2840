import { columnMap } from '../import/column-map.js';
import { CsvFile } from '../import/csv-file.js';
import { withDataSource } from '../import/with-data-source.js';
import { findRunningDesk } from '../infrastructure/running-desk.js';
import { say } from '../launcher/progress.js';
import { onStopRequest } from '../launcher/stop-request.js';
import { OperatorProblem } from '../operator-problem.js';
import { IntakeClient } from './intake-client.js';
import { withReplayKey } from './replay-key.js';
import { replayMessages } from './replay-messages.js';
import { ReplayProgress, tallyInWords } from './replay-progress.js';

export interface ReplayRequest {
  path: string;
  encoding: string;
  map: string;
  department: string;
  ratePerSecond: number;
  limit: number;
  runId: string;
  url: string | undefined;
  key: string | undefined;
}

const DEFAULT_URL = 'http://127.0.0.1:8081';
const MOST_REASONS = 10;

/** The whole command; answers the exit code. */
export async function runReplay(request: ReplayRequest): Promise<number> {
  const signal = onStopRequest(() => process.exit(130));
  const url = request.url ?? findRunningDesk()?.addresses.api ?? DEFAULT_URL;
  const file = await CsvFile.open(request.path, request.encoding);
  const columns = columnMap(request.map, { header: file.header, needed: ['externalId', 'author', 'body'] });
  await checkDesk(url);
  const run = async (key: string) => {
    const from = performance.now();
    const progress = new ReplayProgress();
    const client = new IntakeClient(url, key, signal);
    say(`Replaying ${file.name} to ${url} at ${request.ratePerSecond} per second, run ${request.runId}.`);
    const tally = await replayMessages({
      ...request,
      file,
      columns,
      client,
      signal,
      onProgress: (now) => progress.show(now),
    }).finally(() => progress.stop());
    const seconds = (performance.now() - from) / 1_000;
    say(`${tallyInWords(tally)}; ${(tally.sent / seconds).toFixed(1)} per second over ${seconds.toFixed(1)} s.`);
    sayReasons(tally.reasons);
    if (tally.late > 0)
      say(`${tally.late} went out over a second late: the desk or this machine does not keep up with the rate.`);
    if (signal.aborted)
      say(`Stopped. --run-id ${request.runId} with the same file starts over; what has arrived shows as duplicate.`);
    return exitCode(tally, signal);
  };
  if (request.key) return run(request.key);
  return withDataSource((dataSource) => withReplayKey(dataSource, { runId: request.runId, run }));
}

function exitCode(tally: { accepted: number; duplicate: number; failed: number }, signal: AbortSignal): number {
  if (signal.aborted) return 130;
  return tally.failed > 0 || tally.accepted + tally.duplicate === 0 ? 1 : 0;
}

async function checkDesk(url: string): Promise<void> {
  if (!URL.canParse(url)) throw new OperatorProblem(`--url "${url}" is no address such as ${DEFAULT_URL}.`);
  try {
    await fetch(new URL('/health/live', url), { signal: AbortSignal.timeout(10_000) });
  } catch {
    throw new OperatorProblem(`Nothing answers at ${url}: start the desk with npm start, or name its API with --url.`);
  }
}

function sayReasons(reasons: ReadonlyMap<string, number>): void {
  const most = [...reasons].sort(([, a], [, b]) => b - a);
  for (const [reason, count] of most.slice(0, MOST_REASONS)) say(`  ${count} × ${reason}`);
  if (most.length > MOST_REASONS) say(`  and ${most.length - MOST_REASONS} other reasons`);
}
