import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../checkout.js';
import { exclusively } from '../exclusive.js';
import { identityOf, isStillRunning, type ProcessIdentity } from '../process-identity.js';
import { unusableUrl } from '../unusable-url.js';
import { ensureDatabase } from './ensure-database.js';
import { type PostgresHome, postgresHome } from './postgres-home.js';
import { databaseUrl, isPostgresRunning, killPostgres, startPostgres, stopPostgres } from './postgres-server.js';

const DATABASE = 'answerable';
/** The three processes with their pools, and jobs on PostgreSQL where there is no Redis. */
const SETTINGS = ['max_connections = 200'];

export interface EmbeddedPostgres {
  url: string;
  folder: string;
  wasRunning: boolean;
  isRunning(): boolean;
  /** After a crash. Keeps the address. */
  restart(): Promise<void>;
  /** Stops the server unless another command of this checkout still uses it. */
  release(): Promise<void>;
  /** At once, whoever uses it; the next start replays its log. */
  kill(): void;
}

/** The PostgreSQL of this checkout: started where it does not run, shared with the commands that use it at the same time. */
export async function openEmbeddedPostgres(): Promise<EmbeddedPostgres> {
  mkdirSync(dataFolder(), { recursive: true });
  const home = await postgresHome(dataFolder('postgres'));
  return locked(async () => {
    const server = await startPostgres(home, SETTINGS);
    const lease = takeLease(home);
    try {
      await ensureDatabase(databaseUrl(server, 'postgres'), DATABASE);
    } catch (error) {
      await release(home, lease);
      throw unusableUrl(`The embedded PostgreSQL in ${home.folder}`, error);
    }
    return {
      url: databaseUrl(server, DATABASE),
      folder: home.folder,
      wasRunning: server.wasRunning,
      isRunning: () => isPostgresRunning(home),
      restart: () => locked(async () => void (await startPostgres(home, SETTINGS))),
      release: () => locked(() => release(home, lease)),
      kill: () => killPostgres(home),
    };
  });
}

function locked<T>(act: () => Promise<T>): Promise<T> {
  return exclusively(dataFolder('postgres.lock'), act);
}

function takeLease(home: PostgresHome): string {
  mkdirSync(leases(home), { recursive: true });
  const lease = join(leases(home), randomUUID());
  writeFileSync(lease, JSON.stringify(identityOf(process.pid)));
  return lease;
}

async function release(home: PostgresHome, lease: string): Promise<void> {
  rmSync(lease, { force: true });
  if (!hasLease(home)) await stopPostgres(home);
}

/** Leases of processes that were killed are cleared away on the way. */
function hasLease(home: PostgresHome): boolean {
  const held = readdirSync(leases(home)).filter((name) => {
    const path = join(leases(home), name);
    if (isHeld(path)) return true;
    rmSync(path, { force: true });
    return false;
  });
  return held.length > 0;
}

function isHeld(lease: string): boolean {
  try {
    return isStillRunning(JSON.parse(readFileSync(lease, 'utf8')) as ProcessIdentity);
  } catch {
    return false;
  }
}

function leases(home: PostgresHome): string {
  return join(home.folder, 'leases');
}
