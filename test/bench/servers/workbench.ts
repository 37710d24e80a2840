import { existsSync, mkdirSync, rmSync } from 'node:fs';
import pg from 'pg';
import { migrate } from '#database/migrate.js';
import { dataFolder } from '../../../apps/desk/infrastructure/checkout.js';
import { exclusively } from '../../../apps/desk/infrastructure/exclusive.js';
import { type PostgresHome, postgresHome } from '../../../apps/desk/infrastructure/postgres/postgres-home.js';
import {
  databaseUrl,
  isPostgresRunning,
  startPostgres,
  stopPostgres,
} from '../../../apps/desk/infrastructure/postgres/postgres-server.js';
import { killRedis, startRedis, stopRedis } from '../../../apps/desk/infrastructure/redis/redis-server.js';
import { StartedParts } from '../../../apps/desk/launcher/started-parts.js';
import { whenAborted } from '../../../apps/desk/launcher/stop-request.js';
import { findTestRedisProgram } from '../../support/redis-program.js';
import { told } from '../report/progress.js';

/** As in production; said outright, so that no figure rests on a default. */
const SETTINGS = ['max_connections = 200', 'fsync = on', 'synchronous_commit = on', 'full_page_writes = on'];

/** Servers of the bench's own, and all that runs against them. Nothing of it outlives the bench. */
export interface Workbench {
  parts: StartedParts;
  signal: AbortSignal;
  redisUrl: string | undefined;
  /** The URL of a new database; migrated, or bare for a floor. */
  newDatabase(name: string, kind: 'migrated' | 'bare'): Promise<string>;
  /** Writes out what the samples before have left to be written. */
  checkpoint(): Promise<void>;
}

/** One bench at a time in a checkout; what a killed one left is cleared away first. */
export function onWorkbench<T>(signal: AbortSignal, act: (workbench: Workbench) => Promise<T>): Promise<T> {
  mkdirSync(dataFolder(), { recursive: true });
  return exclusively(dataFolder('bench.lock'), async () => {
    const parts = new StartedParts();
    try {
      return await Promise.race([open(parts, signal).then(act), stopRequested(signal)]);
    } finally {
      await parts.stop();
    }
  });
}

/** So that nothing is waited for that takes long, such as filling a desk: its server is stopped under it. */
async function stopRequested(signal: AbortSignal): Promise<never> {
  await whenAborted(signal);
  throw signal.reason;
}

async function open(parts: StartedParts, signal: AbortSignal): Promise<Workbench> {
  parts.add({ stop: async () => clear(dataFolder('bench')), kill: () => undefined });
  const home = await emptyHome();
  parts.add({ stop: () => remove(home), kill: () => undefined });
  const server = await told('PostgreSQL started, fsync on', () => startPostgres(home, SETTINGS));
  const admin = new pg.Client({ connectionString: databaseUrl(server, 'postgres') });
  await admin.connect();
  parts.add({ stop: () => admin.end(), kill: () => undefined });
  return {
    parts,
    signal,
    redisUrl: await openRedis(parts),
    checkpoint: async () => void (await admin.query('CHECKPOINT')),
    newDatabase: async (name, kind) => {
      await admin.query(`CREATE DATABASE ${admin.escapeIdentifier(name)}`);
      const url = databaseUrl(server, name);
      if (kind === 'migrated') await migrate(url);
      return url;
    },
  };
}

async function emptyHome(): Promise<PostgresHome> {
  const wanted = dataFolder('bench', 'postgres');
  const left = await postgresHome(wanted);
  if (existsSync(left.folder)) await remove(left);
  return postgresHome(wanted);
}

async function remove(home: PostgresHome): Promise<void> {
  if (isPostgresRunning(home)) await stopPostgres(home);
  clear(home.folder);
}

function clear(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function openRedis(parts: StartedParts): Promise<string | undefined> {
  const folder = dataFolder('bench', 'redis');
  killRedis(folder);
  clear(folder);
  const program = await findTestRedisProgram();
  if (!program) return undefined;
  const stop = async () => {
    await stopRedis(folder);
    clear(folder);
  };
  parts.add({ stop, kill: () => killRedis(folder) });
  const server = await told(`${program.name} ${program.version} started`, () => startRedis(program, folder));
  return server.url;
}
