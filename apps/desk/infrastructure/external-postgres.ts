import pg from 'pg';
import { OperatorProblem } from '../operator-problem.js';
import { unusableUrl } from './unusable-url.js';

const OLDEST = 150_000;

/** Tries DATABASE_URL before anything is started on it; throws one sentence. */
export async function checkDatabaseUrl(url: string): Promise<{ version: string }> {
  if (!/^postgres(ql)?:\/\/./.test(url)) {
    throw new OperatorProblem(
      'DATABASE_URL is not usable: it has the form postgres://user:password@host:port/database.',
    );
  }
  const version = await askVersion(url).catch((error) => {
    throw unusableUrl('DATABASE_URL', error);
  });
  if (version.number >= OLDEST) return { version: version.text };
  throw new OperatorProblem(`DATABASE_URL leads to PostgreSQL ${version.text}: Answerable needs 15 or newer.`);
}

async function askVersion(url: string): Promise<{ number: number; text: string }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ number: number; text: string }>(
      `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS text`,
    );
    return rows[0] ?? { number: 0, text: 'of an unknown version' };
  } finally {
    await client.end();
  }
}
