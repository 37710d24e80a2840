import { migrate } from '#database/migrate.js';
import { checkDatabaseUrl } from './external-postgres.js';
import { openEmbeddedPostgres } from './postgres/embedded-postgres.js';
import { findRunningDesk } from './running-desk.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const INTERRUPTED = 130;

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
  return withEmbedded(run);
}

async function withEmbedded(run: (databaseUrl: string, env: CommandEnvironment) => Promise<number>): Promise<number> {
  const embedded = await openEmbeddedPostgres();
  let isInterrupted = false;
  const interrupt = () => {
    isInterrupted = true;
    // What fails from here on fails because its server goes away.
    process.on('uncaughtException', () => undefined);
    void embedded.release().then(() => process.exit(INTERRUPTED));
  };
  for (const signal of SIGNALS) process.once(signal, interrupt);
  try {
    await migrate(embedded.url);
    return await run(embedded.url, { ...findRunningDesk()?.env, ...process.env, DATABASE_URL: embedded.url });
  } catch (error) {
    if (isInterrupted) return INTERRUPTED;
    throw error;
  } finally {
    await embedded.release();
    for (const signal of SIGNALS) process.off(signal, interrupt);
  }
}
