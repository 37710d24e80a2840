import type { DeskCommand } from '../desk-command.js';
import { readOptions } from '../import/command-options.js';
import { departmentNamed } from '../import/department-named.js';
import { withDataSource } from '../import/with-data-source.js';
import { onStopRequest } from '../launcher/stop-request.js';
import { OperatorProblem } from '../operator-problem.js';
import { savedAnchors } from '../verify/saved-anchors.js';
import { verifyAudit } from '../verify/verify-audit.js';

const usage = 'verify audit [--department SLUG] [--anchors FILE]';

const options = { department: { type: 'string' }, anchors: { type: 'string' } } as const;

export const command: DeskCommand = {
  name: 'verify',
  usage,
  summary:
    'computes the hash chains of the record of events anew, while the desk runs, and names the first link of each that does not fit; FILE is a saved copy of /open-data/audit-anchors.json of the site, which the owner of the database cannot change; exit code 1 if anything does not fit',
  run: async (args) => {
    const { values, positionals } = readOptions(args, { options, usage });
    if (positionals.join(' ') !== 'audit')
      throw new OperatorProblem(`What can be verified is audit.\nUsage: npm run desk -- ${usage}`);
    const saved = values.anchors === undefined ? null : savedAnchors(values.anchors);
    const signal = onStopRequest(() => process.exit(130));
    return withDataSource(async (dataSource) => {
      const { department: slug } = values;
      const departmentId = slug === undefined ? null : (await departmentNamed(dataSource, slug)).id;
      return verifyAudit(dataSource, { departmentId, saved, signal });
    });
  },
};
