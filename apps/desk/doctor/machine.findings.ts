import { existsSync, mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '#contracts/config.js';
import { checkoutFolder, dataFolder } from '../infrastructure/checkout.js';
import type { Finding } from './examination.js';

const COMFORTABLE_BYTES = 2_000_000_000;
const LEAST_BYTES = 200_000_000;

/** Runtime, settings, disk, build. */
export async function machineFindings(): Promise<Finding[]> {
  loadConfig({ ...process.env, DATABASE_URL: process.env.DATABASE_URL || 'postgres://127.0.0.1/embedded' });
  return [
    { state: 'good', text: `Node ${process.versions.node} on ${process.platform} ${process.arch}` },
    { state: 'good', text: 'The settings in the environment are valid' },
    disk(),
    build(),
  ];
}

function disk(): Finding {
  mkdirSync(dataFolder(), { recursive: true });
  const { bavail, bsize } = statfsSync(dataFolder());
  const free = bavail * bsize;
  const text = `${(free / 1e9).toFixed(1)} GB free where ${dataFolder()} lies`;
  if (free < LEAST_BYTES) return { state: 'bad', text: `${text}: free at least 1 GB` };
  return { state: free < COMFORTABLE_BYTES ? 'remark' : 'good', text };
}

function build(): Finding {
  const missing = ['apps/api/main.js', 'apps/worker/main.js', 'apps/site/main.js', 'apps/console/index.html'].filter(
    (file) => !existsSync(join(checkoutFolder(), 'dist', file)),
  );
  if (missing.length === 0) return { state: 'good', text: 'The processes and the console are built' };
  return { state: 'bad', text: `Not built: ${missing.join(', ')}; run npm run build` };
}
