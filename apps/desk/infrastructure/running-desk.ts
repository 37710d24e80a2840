import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dataFolder } from './checkout.js';
import { isStillRunning, type ProcessIdentity } from './process-identity.js';

/** What `npm start` leaves for a second one and for the commands beside it. Only its owner may read it: it holds addresses with passwords. */
export interface RunningDesk extends ProcessIdentity {
  addresses: Record<string, string>;
  env: Record<string, string>;
}

export function findRunningDesk(): RunningDesk | undefined {
  try {
    const desk = JSON.parse(readFileSync(path(), 'utf8')) as RunningDesk;
    return isStillRunning(desk) ? desk : undefined;
  } catch {
    return undefined;
  }
}

export function recordRunningDesk(desk: RunningDesk): void {
  const incoming = `${path()}.${process.pid}`;
  writeFileSync(incoming, JSON.stringify(desk), { mode: 0o600 });
  renameSync(incoming, path());
}

export function forgetRunningDesk(): void {
  if (findRunningDesk()?.pid === process.pid) rmSync(path(), { force: true });
}

function path(): string {
  return dataFolder('running.json');
}
