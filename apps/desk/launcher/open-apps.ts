import { join } from 'node:path';
import type { Config } from '#contracts/config.js';
import { checkoutFolder, dataFolder } from '../infrastructure/checkout.js';
import { AppLog } from './app-log.js';
import { AppProcess } from './app-process.js';
import { LogFile } from './log-file.js';
import { becomesReady } from './readiness.js';
import type { StartedParts } from './started-parts.js';

const SCRIPTS = {
  api: 'dist/apps/api/main.js',
  worker: 'dist/apps/worker/main.js',
  site: 'dist/apps/site/main.js',
  desk: 'dist/apps/desk/serve-all.js',
};

export interface Addresses {
  site: string;
  api: string;
  worker: string;
}

/** Starts the three processes, or the one for all where there is no Redis to join them, and waits until all answer. */
export async function openApps(options: {
  config: Config;
  env: NodeJS.ProcessEnv;
  parts: StartedParts;
  signal: AbortSignal;
}): Promise<void> {
  const { config, env, parts, signal } = options;
  const names = config.REDIS_URL ? (['api', 'worker', 'site'] as const) : (['desk'] as const);
  const apps = names.map((name) => newApp(name, env));
  parts.add({
    stop: async () => void (await Promise.all(apps.map((app) => app.stop()))),
    kill: () => apps.map((app) => app.kill()),
  });
  for (const app of apps) app.start();
  const waits = Object.entries(addressesOf(config)).map(([name, url]) =>
    becomesReady(name, `${url}/health/ready`, signal),
  );
  await Promise.race([Promise.all(waits), ...apps.map((app) => app.failure)]);
  for (const app of apps) app.markReady();
}

export function addressesOf(config: Config): Addresses {
  const host = config.HOST === '0.0.0.0' ? '127.0.0.1' : config.HOST;
  const at = (port: number) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return { site: at(config.SITE_PORT), api: at(config.API_PORT), worker: at(config.WORKER_PORT) };
}

function newApp(name: keyof typeof SCRIPTS, env: NodeJS.ProcessEnv): AppProcess {
  const log = new AppLog(name, new LogFile(dataFolder('logs', `${name}.log`)));
  return new AppProcess({ name, script: join(checkoutFolder(), SCRIPTS[name]), env, log });
}
