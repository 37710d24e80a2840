import { dataFolder } from '../infrastructure/checkout.js';
import { checkRedisUrl } from '../infrastructure/external-redis.js';
import { findRedisProgram, type RedisProgram } from '../infrastructure/redis/redis-program.js';
import { isRedisRunning, killRedis, startRedis, stopRedis } from '../infrastructure/redis/redis-server.js';
import { keepRunning } from './keep-running.js';
import { say, step } from './progress.js';
import type { StartedParts } from './started-parts.js';

/** REDIS_URL, else a server found on the path, else undefined: then PostgreSQL carries the jobs. */
export async function openRedis(parts: StartedParts): Promise<string | undefined> {
  const given = process.env.REDIS_URL;
  if (given) return openGiven(given);
  const program = await findRedisProgram();
  if (program) return openOwn(program, parts);
  say('  No Redis 6.2 or newer on the path: jobs run on PostgreSQL, in one process');
  return undefined;
}

async function openGiven(url: string): Promise<string> {
  const { warning } = await step(
    ({ version }) => `Redis ${version} at REDIS_URL`,
    () => checkRedisUrl(url),
  );
  if (warning) say(`  Warning: ${warning}`);
  return url;
}

async function openOwn(program: RedisProgram, parts: StartedParts): Promise<string> {
  const folder = dataFolder('redis');
  const start = () => startRedis(program, folder);
  const server = await step(
    ({ wasRunning }) => `${program.name} ${program.version} ${wasRunning ? 'found running' : 'started'}`,
    start,
  );
  parts.add({ stop: () => stopRedis(folder), kill: () => killRedis(folder) });
  parts.add(
    keepRunning(program.name, { isRunning: () => isRedisRunning(folder), restart: async () => void (await start()) }),
  );
  return server.url;
}
