import { migrate } from '#database/migrate.js';
import { checkDatabaseUrl } from './external-postgres.js';
import { openEmbeddedPostgres } from './postgres/embedded-postgres.js';
import { findRunningDesk } from './running-desk.js';

export type CommandEnvironment = Record<string, string | undefined>;

/** Runs with DATABASE_URL, or with this checkout's embedded PostgreSQL, which is started for the time when it is not running. Migrates first. */
export async function withDatabase(
  run: (databaseUrl: string, env: CommandEnvironment) => Promise<number>,
): Promise<number> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await checkDatabaseUrl(given);
    await migrate(given);
    return run(given, { ...process.env });
  }
  const embedded = await openEmbeddedPostgres();
  try {
    await migrate(embedded.url);
    return await run(embedded.url, { ...findRunningDesk()?.env, ...process.env, DATABASE_URL: embedded.url });
  } finally {
    await embedded.release();
  }
}
