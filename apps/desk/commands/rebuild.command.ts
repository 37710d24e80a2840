import type { DeskCommand } from '../desk-command.js';
import { readOptions } from '../import/command-options.js';
import { withDataSource } from '../import/with-data-source.js';
import { OperatorProblem } from '../operator-problem.js';
import { rebuildSearch } from '../rebuild/rebuild-search.js';

const usage = 'rebuild search';

export const command: DeskCommand = {
  name: 'rebuild',
  usage,
  summary: 'makes every text of the desk findable anew, while it runs; run it again to go on after an interruption',
  run: async (args) => {
    const { positionals } = readOptions(args, { options: {}, usage });
    if (positionals.join(' ') !== 'search')
      throw new OperatorProblem(`What can be rebuilt is search.\nUsage: npm run desk -- ${usage}`);
    return withDataSource(rebuildSearch);
  },
};
