import { checkDatabaseUrl } from '../infrastructure/external-postgres.js';
import { openEmbeddedPostgres } from '../infrastructure/postgres/embedded-postgres.js';
import { keepRunning } from './keep-running.js';
import { step } from './progress.js';
import type { StartedParts } from './started-parts.js';

/** DATABASE_URL, or the embedded PostgreSQL. Answers the URL. */
export async function openDatabase(parts: StartedParts): Promise<string> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await step(
      ({ version }) => `PostgreSQL ${version} at DATABASE_URL`,
      () => checkDatabaseUrl(given),
    );
    return given;
  }
  const embedded = await step(
    ({ wasRunning, folder }) => `PostgreSQL ${wasRunning ? 'found running' : 'started'}, data in ${folder}`,
    openEmbeddedPostgres,
  );
  parts.add({ stop: () => embedded.release(), kill: () => embedded.kill() });
  parts.add(keepRunning('PostgreSQL', embedded));
  return embedded.url;
}
