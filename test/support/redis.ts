import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  isRedisRunning,
  killRedis,
  type RedisServer,
  startRedis,
  stopRedis,
} from '../../apps/desk/infrastructure/redis/redis-server.js';
import { findTestRedisProgram } from './redis-program.js';

/** The run's shared Redis; a spec keeps to a NAMESPACE of its own in it. Undefined where there is no Redis. */
export function testRedisUrl(): string | undefined {
  return process.env.TEST_REDIS_URL || undefined;
}

/** A server that a fault test may ill-treat. The address stays the same through everything. */
export interface PrivateRedis {
  url: string;
  /** It hangs: connections stay open and nothing answers. */
  pause(): void;
  resume(): void;
  /** It is gone, as after a crash. */
  kill(): Promise<void>;
  /** It comes back with the data that it had on disk. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Undefined where there is no Redis program to be had. */
export async function startPrivateRedis(): Promise<PrivateRedis | undefined> {
  const program = await findTestRedisProgram();
  const { TEST_FOLDER } = process.env;
  if (!program || !TEST_FOLDER) return undefined;
  const folder = mkdtempSync(join(TEST_FOLDER, 'redis-'));
  let server: RedisServer = await startRedis(program, folder);
  return {
    url: server.url,
    pause: () => void process.kill(server.pid, 'SIGSTOP'),
    resume: () => void process.kill(server.pid, 'SIGCONT'),
    kill: async () => {
      killRedis(folder);
      while (isRedisRunning(folder)) await pause(5);
    },
    restart: async () => {
      server = await startRedis(program, folder);
    },
    stop: () => stopRedis(folder),
  };
}
