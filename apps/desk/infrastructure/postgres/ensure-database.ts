import pg from 'pg';

/** Makes the database where it is missing. The URL names another one of the same server. */
export async function ensureDatabase(urlOfAnother: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOfAnother });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
