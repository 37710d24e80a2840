import type { DeskCommand } from '../desk-command.js';
import { readOptions } from '../import/command-options.js';
import { departmentNamed } from '../import/department-named.js';
import { withDataSource } from '../import/with-data-source.js';
import { onStopRequest } from '../launcher/stop-request.js';
import { OperatorProblem } from '../operator-problem.js';
import { rebuildDeadlines } from '../rebuild/rebuild-deadlines.js';
import { rebuildFigures } from '../rebuild/rebuild-figures.js';
import { rebuildSearch } from '../rebuild/rebuild-search.js';

const usage = 'rebuild search | rebuild deadlines [--department SLUG] [--check] | rebuild figures [--check]';

const options = { department: { type: 'string' }, check: { type: 'boolean', default: false } } as const;

export const command: DeskCommand = {
  name: 'rebuild',
  usage,
  summary:
    'makes anew what is derived, while the desk runs: what makes texts findable, the deadlines or the figures from the record of events; run it again to go on after an interruption',
  run: async (args) => {
    const { values, positionals } = readOptions(args, { options, usage });
    const what = positionals.join(' ');
    if (what === 'search' && !values.department && !values.check) return withDataSource(rebuildSearch);
    if (what === 'figures' && !values.department) return figures(values.check);
    if (what !== 'deadlines')
      throw new OperatorProblem(
        `What can be rebuilt is search, deadlines and figures.\nUsage: npm run desk -- ${usage}`,
      );
    return rebuildFor(values.department, values.check);
  },
};

function rebuildFor(slug: string | undefined, isCheck: boolean): Promise<number> {
  const signal = onStopRequest(() => process.exit(130));
  return withDataSource(async (dataSource) => {
    const departmentId = slug === undefined ? null : (await departmentNamed(dataSource, slug)).id;
    return rebuildDeadlines(dataSource, { departmentId, isCheck, signal });
  });
}

function figures(isCheck: boolean): Promise<number> {
  const signal = onStopRequest(() => process.exit(130));
  return withDataSource((dataSource) => rebuildFigures(dataSource, { isCheck, signal }));
}
