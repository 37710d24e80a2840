import { join } from 'node:path';
import { type Config, loadConfig } from '#contracts/config.js';
import type { DemoSignIn } from '#desk/directory/demo.js';
import { checkoutFolder } from '../infrastructure/checkout.js';
import { identityOf } from '../infrastructure/process-identity.js';
import { recordRunningDesk } from '../infrastructure/running-desk.js';
import { type Addresses, addressesOf, openApps } from './open-apps.js';
import { openDatabase } from './open-database.js';
import { openRedis } from './open-redis.js';
import { checkPorts } from './ports.js';
import { type Preparation, prepareDatabase } from './prepare-database.js';
import { step } from './progress.js';
import type { StartedParts } from './started-parts.js';

/** From nothing to a desk that answers; answers the demo's sign-ins. What was started stands in `parts`, also when this throws. */
export async function launchDesk(options: {
  settings: Config;
  parts: StartedParts;
  signal: AbortSignal;
  withDemo: boolean;
}): Promise<DemoSignIn[]> {
  const { parts, signal, settings } = options;
  await checkPorts(settings);
  const databaseUrl = await openDatabase(parts);
  signal.throwIfAborted();
  const redisUrl = await openRedis(parts);
  signal.throwIfAborted();
  const { signIns } = await prepared(databaseUrl, options);
  signal.throwIfAborted();
  const env = environment({ settings, databaseUrl, redisUrl });
  const config = loadConfig(env);
  await step(config.REDIS_URL ? 'api, worker and site are ready' : 'The desk is ready', () =>
    openApps({ config, env, parts, signal }),
  );
  record(addressesOf(config), env);
  return signIns;
}

async function prepared(
  databaseUrl: string,
  options: { withDemo: boolean; signal: AbortSignal },
): Promise<Preparation> {
  try {
    return await step(inWords, () => prepareDatabase(databaseUrl, options.withDemo));
  } catch (error) {
    // Ctrl-C reaches that process too, and then its end is no problem.
    options.signal.throwIfAborted();
    throw error;
  }
}

function inWords({ applied, seeded, signIns }: Preparation): string {
  const migrations =
    applied.length > 0 ? `Database brought up to date (${applied.length} migrations)` : 'Database up to date';
  if (seeded) return `${migrations}, demo laid out`;
  return signIns.length > 0 ? `${migrations}, demo found` : migrations;
}

function environment(options: {
  settings: Config;
  databaseUrl: string;
  redisUrl: string | undefined;
}): NodeJS.ProcessEnv {
  const { site, api } = addressesOf(options.settings);
  return {
    NODE_ENV: 'production',
    SITE_PUBLIC_URL: site,
    CONSOLE_PUBLIC_URL: api,
    CONSOLE_DIR: join(checkoutFolder(), 'dist/apps/console'),
    ...process.env,
    DATABASE_URL: options.databaseUrl,
    REDIS_URL: options.redisUrl ?? '',
  };
}

function record(addresses: Addresses, env: NodeJS.ProcessEnv): void {
  const { API_PORT = '', SITE_PORT = '', WORKER_PORT = '', HOST = '', REDIS_URL = '', NAMESPACE = '' } = env;
  const known = Object.entries({ API_PORT, SITE_PORT, WORKER_PORT, HOST, REDIS_URL, NAMESPACE }).filter(
    ([, value]) => value !== '',
  );
  recordRunningDesk({ ...identityOf(process.pid), addresses: { ...addresses }, env: Object.fromEntries(known) });
}
