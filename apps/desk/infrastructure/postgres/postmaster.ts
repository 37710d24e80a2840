import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../process-identity.js';

export interface Postmaster {
  pid: number;
  port: number;
  isReady: boolean;
}

/** The server that runs on this data now, from its postmaster.pid; a file that a dead or another process left is removed. */
export function findPostmaster(dataFolder: string): Postmaster | undefined {
  const path = join(dataFolder, 'postmaster.pid');
  const lines = linesOf(path);
  if (!lines) return undefined;
  const pid = Number(lines[0]);
  if (!(pid > 0 && isAlive(pid) && worksIn(pid, dataFolder))) {
    rmSync(path, { force: true });
    return undefined;
  }
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

/** The number may belong to another program since, or to the server of the checkout that this one was copied from. */
function worksIn(pid: number, dataFolder: string): boolean {
  if (process.platform === 'win32') return true;
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataFolder);
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres');
  } catch {
    return false;
  }
}

function linesOf(path: string): string[] | undefined {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return undefined;
  }
}
