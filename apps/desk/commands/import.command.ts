import type { DeskCommand } from '../desk-command.js';
import { needed, readOptions } from '../import/command-options.js';
import { runMessageImport } from '../import/run-message-import.js';
import { OperatorProblem } from '../operator-problem.js';

const usage =
  'import messages FILE.csv --channel SLUG --department SLUG --map externalId=…,author=…,title=…,postedAt=…,body=…,replyBody=…,repliedAt=… ' +
  '[--timezone Asia/Shanghai] [--visibility public|pseudonym|department] [--encoding utf-8] [--rejected FILE.csv]';

const options = {
  channel: { type: 'string' },
  department: { type: 'string' },
  map: { type: 'string' },
  timezone: { type: 'string', default: 'Asia/Shanghai' },
  visibility: { type: 'string', default: 'public' },
  encoding: { type: 'string', default: 'utf-8' },
  rejected: { type: 'string' },
} as const;

export const command: DeskCommand = {
  name: 'import',
  usage,
  summary:
    'stores the messages of a CSV file with their answers, each once; run it again to go on after an interruption',
  run: async (args) => {
    const { values, positionals } = readOptions(args, { options, usage });
    const [what, path, ...more] = positionals;
    if (what !== 'messages')
      throw new OperatorProblem(`What can be imported is messages.\nUsage: npm run desk -- ${usage}`);
    if (more.length > 0) throw new OperatorProblem(`One file at a time, please: ${more.join(', ')} is too much.`);
    return runMessageImport({
      path: needed(path, { name: 'The CSV file', usage }),
      channel: needed(values.channel, { name: '--channel', usage }),
      department: needed(values.department, { name: '--department', usage }),
      map: needed(values.map, { name: '--map', usage }),
      timeZone: values.timezone,
      visibility: values.visibility,
      encoding: values.encoding,
      rejectedPath: values.rejected,
    });
  },
};
