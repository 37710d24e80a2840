import type { DeskCommand } from '../desk-command.js';
import { needed, readOptions } from '../import/command-options.js';
import { OperatorProblem } from '../operator-problem.js';
import { runReplay } from '../replay/run-replay.js';

const usage =
  'replay FILE.csv --rate PER_SECOND --department SLUG --map externalId=…,author=…,title=…,body=… ' +
  '[--url http://127.0.0.1:8081] [--key KEY, or CHANNEL_KEY] [--limit N] [--run-id ID] [--encoding utf-8]';

const options = {
  rate: { type: 'string' },
  department: { type: 'string' },
  map: { type: 'string' },
  url: { type: 'string' },
  key: { type: 'string' },
  limit: { type: 'string' },
  'run-id': { type: 'string' },
  encoding: { type: 'string', default: 'utf-8' },
} as const;

const RUN_ID = /^[A-Za-z0-9._-]{1,40}$/;

export const command: DeskCommand = {
  name: 'replay',
  usage,
  summary: 'feeds a file through the real intake as live traffic, at a rate',
  run: async (args) => {
    const { values, positionals } = readOptions(args, { options, usage });
    const [path, ...more] = positionals;
    if (more.length > 0) throw new OperatorProblem(`One file at a time, please: ${more.join(', ')} is too much.`);
    const runId = values['run-id'] ?? Date.now().toString(36);
    if (!RUN_ID.test(runId))
      throw new OperatorProblem('--run-id has 1 to 40 letters, digits, dots, hyphens or underscores.');
    return runReplay({
      path: needed(path, { name: 'The CSV file', usage }),
      ratePerSecond: positive(needed(values.rate, { name: '--rate', usage }), '--rate'),
      department: needed(values.department, { name: '--department', usage }),
      map: needed(values.map, { name: '--map', usage }),
      limit: values.limit === undefined ? Number.POSITIVE_INFINITY : positive(values.limit, '--limit'),
      encoding: values.encoding,
      url: values.url,
      key: values.key ?? process.env.CHANNEL_KEY,
      runId,
    });
  },
};

function positive(text: string, name: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new OperatorProblem(`${name} is a number above zero; "${text}" is none.`);
}
