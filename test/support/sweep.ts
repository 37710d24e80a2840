import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findPostmaster } from '../../apps/desk/infrastructure/postgres/postmaster.js';
import { isAlive, isStillRunning, type ProcessIdentity } from '../../apps/desk/infrastructure/process-identity.js';
import { killRedis } from '../../apps/desk/infrastructure/redis/redis-server.js';

export const TEST_FOLDER_PREFIX = 'answerable-test-';

/** Stops and removes what killed test runs left; leaves alone the runs that are under way beside this one. */
export async function sweepTestServers(): Promise<void> {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(TEST_FOLDER_PREFIX));
  for (const folder of folders.map((name) => join(tmpdir(), name))) {
    const owner = ownerOf(folder);
    if (owner && !isStillRunning(owner)) await removeTestFolder(folder).catch(() => undefined);
  }
}

/** Whatever runs in the folder is ended without ceremony: nothing in it is kept. */
export async function removeTestFolder(folder: string): Promise<void> {
  for (const part of readdirSync(folder).map((name) => join(folder, name))) {
    killRedis(part);
    for (const data of [join(part, 'data'), join(part, 'postgres', 'data')]) await killPostgres(data);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function killPostgres(data: string): Promise<void> {
  const postmaster = findPostmaster(data);
  if (!postmaster) return;
  process.kill(postmaster.pid, 'SIGQUIT');
  while (isAlive(postmaster.pid)) await pause(10);
}

/** Undefined for a folder of somebody else and for one that is just being made. */
function ownerOf(folder: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}
