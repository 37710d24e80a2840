import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { identityOf, isStillRunning, type ProcessIdentity } from './process-identity.js';

const UNWRITTEN_LOCK_MS = 5_000;

/** One process at a time, by a lock file; the lock of a process that died counts for nothing. */
export async function exclusively<T>(path: string, act: () => Promise<T>): Promise<T> {
  while (!take(path)) await pause(50);
  const release = () => rmSync(path, { force: true });
  process.on('exit', release);
  try {
    return await act();
  } finally {
    release();
    process.off('exit', release);
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, JSON.stringify(identityOf(process.pid)), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (isAbandoned(path)) clearAway(path);
    return false;
  }
}

function isAbandoned(path: string): boolean {
  try {
    return !isStillRunning(JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity);
  } catch {
    const writtenAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    return Date.now() - writtenAt > UNWRITTEN_LOCK_MS;
  }
}

/** Moved before it is judged again, so that a lock taken in between by somebody else is put back and not lost. */
function clearAway(path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (isAbandoned(aside)) rmSync(aside, { force: true });
  else renameSync(aside, path);
}
