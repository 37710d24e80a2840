import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Numbers of processes are given again, after a restart of the machine even soon: the start time tells them apart. */
export interface ProcessIdentity {
  pid: number;
  startedAt: string;
}

export function identityOf(pid: number): ProcessIdentity {
  return { pid, startedAt: startTime(pid) };
}

export function isStillRunning({ pid, startedAt }: ProcessIdentity): boolean {
  return isAlive(pid) && startTime(pid) === startedAt;
}

export function isAlive(pid: number): boolean {
  if (isZombie(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Killed, but not yet collected by its parent, which in a container may never come to it. */
function isZombie(pid: number): boolean {
  return procStat(pid)[0] === 'Z';
}

function startTime(pid: number): string {
  if (process.platform === 'linux') return procStat(pid)[19] ?? '';
  if (process.platform === 'win32') return '';
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** The fields of /proc/<pid>/stat from the third on: the second is a name that may hold blanks and brackets. */
function procStat(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
