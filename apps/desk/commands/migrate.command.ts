import { migrate } from '#database/migrate.js';
import type { DeskCommand } from '../desk-command.js';
import { checkDatabaseUrl } from '../infrastructure/external-postgres.js';
import { openEmbeddedPostgres } from '../infrastructure/postgres/embedded-postgres.js';

export const command: DeskCommand = {
  name: 'migrate',
  usage: 'migrate',
  summary: 'brings the database up to date',
  run: async () => {
    const given = process.env.DATABASE_URL;
    if (given) {
      await checkDatabaseUrl(given);
      return report(await migrate(given));
    }
    const embedded = await openEmbeddedPostgres();
    try {
      return report(await migrate(embedded.url));
    } finally {
      await embedded.release();
    }
  },
};

function report(names: string[]): number {
  if (names.length === 0) process.stdout.write('The database is up to date.\n');
  for (const name of names) process.stdout.write(`applied ${name}\n`);
  return 0;
}
