import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#database/migrate.js';
import { type PostgresHome, postgresHome } from '../../apps/desk/infrastructure/postgres/postgres-home.js';
import { databaseUrl, startPostgres } from '../../apps/desk/infrastructure/postgres/postgres-server.js';
import { identityOf } from '../../apps/desk/infrastructure/process-identity.js';
import { startRedis } from '../../apps/desk/infrastructure/redis/redis-server.js';
import { findTestRedisProgram } from './redis-program.js';
import { removeTestFolder, sweepTestServers, TEST_FOLDER_PREFIX } from './sweep.js';

export { sweepTestServers };

/** Losing a test database to a power cut harms nobody; all else is as in production. */
const SETTINGS = ['fsync = off', 'max_connections = 300'];

let ownsPostgres = false;

/** One PostgreSQL and one Redis for the whole run. Their addresses travel to Jest's workers in the environment. */
export async function startTestServers(): Promise<void> {
  await sweepTestServers();
  const folder = mkdtempSync(join(tmpdir(), TEST_FOLDER_PREFIX));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'owner.json'), JSON.stringify(identityOf(process.pid)));
  process.env.TEST_FOLDER = folder;
  await Promise.all([openPostgres(folder), openRedis(folder)]);
}

export async function stopTestServers(): Promise<void> {
  const { TEST_FOLDER, TEST_DATABASE_URL, TEST_TEMPLATE } = process.env;
  if (TEST_DATABASE_URL && TEST_TEMPLATE && !ownsPostgres) await dropTemplate(TEST_DATABASE_URL, TEST_TEMPLATE);
  if (TEST_FOLDER) await removeTestFolder(TEST_FOLDER);
}

async function openPostgres(folder: string): Promise<void> {
  ownsPostgres = !process.env.TEST_DATABASE_URL;
  process.env.TEST_DATABASE_URL ||= await startOwn(await postgresHome(join(folder, 'postgres')));
  process.env.TEST_TEMPLATE = `answerable_template_${randomBytes(4).toString('hex')}`;
  await makeTemplate(process.env.TEST_DATABASE_URL, process.env.TEST_TEMPLATE);
}

async function startOwn(home: PostgresHome): Promise<string> {
  return databaseUrl(await startPostgres(home, SETTINGS), 'postgres');
}

async function openRedis(folder: string): Promise<void> {
  if (process.env.TEST_REDIS_URL) return;
  const program = await findTestRedisProgram();
  if (program) {
    const server = await startRedis(program, join(folder, 'redis'));
    process.env.TEST_REDIS_URL = server.url;
    return;
  }
  process.stdout.write(
    'No Redis found and none to be had: the specs run on the PostgreSQL backend, those about Redis are skipped.\n',
  );
}

async function makeTemplate(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrate(url.href);
}

async function dropTemplate(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.end();
}
