import { mkdirSync, statfsSync } from 'node:fs';
import { dataFolder } from '../infrastructure/checkout.js';
import { exclusively } from '../infrastructure/exclusive.js';
import { identityOf } from '../infrastructure/process-identity.js';
import { findRunningDesk, recordRunningDesk } from '../infrastructure/running-desk.js';
import { diskFull, OperatorProblem } from '../operator-problem.js';
import type { Addresses } from './open-apps.js';

const LEAST_FREE_BYTES = 200_000_000;

/** One start at a time in a checkout: two would share ports, logs and data. Held until `forgetRunningDesk` or the end of this process. */
export async function claimCheckout(addresses: Addresses): Promise<void> {
  const folder = dataFolder();
  mkdirSync(folder, { recursive: true });
  const disk = statfsSync(folder);
  if (disk.bavail * disk.bsize < LEAST_FREE_BYTES) throw diskFull(folder);
  await exclusively(dataFolder('start.lock'), async () => {
    const other = findRunningDesk();
    if (other) throw alreadyRunning(other.pid, other.addresses);
    recordRunningDesk({ ...identityOf(process.pid), addresses: { ...addresses }, env: {} });
  });
}

function alreadyRunning(pid: number, { site, api }: Record<string, string>): OperatorProblem {
  return new OperatorProblem(
    `Answerable is already running in this checkout (process ${pid}), at ${site} and ${api}: stop it there with Ctrl-C, or give a second one its own DATA_DIR, SITE_PORT, API_PORT and WORKER_PORT.`,
  );
}
