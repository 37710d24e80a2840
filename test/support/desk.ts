import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { loadConfig } from '#contracts/config.js';
import { createDataSource } from '#database/data-source.js';
import { JobQueue } from '#platform/jobs/job-queue.js';
import { createLog } from '#platform/log/log.js';
import { newDoorbell } from '#platform/realtime/new-doorbell.js';
import type { Running, Runtime } from '#platform/runtime.js';
import { startApi } from '../../apps/api/start.js';
import { startWorker } from '../../apps/worker/start.js';
import { createTestDatabase } from './postgres.js';
import { testRedisUrl } from './redis.js';
import { TestClock } from './test-clock.js';

export interface TestDesk {
  api: string;
  site: string;
  clock: TestClock;
  dataSource: DataSource;
  /** The environment that separate processes need to be part of the same desk. */
  env: Record<string, string>;
  /** Waits until every event is delivered and every job is done. */
  drain(): Promise<void>;
  /** Lets the clock run and the worker do what has become due, with all that follows. */
  passTime(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

export interface TestDeskOptions {
  /** `postgres`: jobs on PostgreSQL, as on a machine without Redis. Default: Redis where the run has one. */
  jobs?: 'postgres' | 'redis';
  redisUrl?: string;
  /** False leaves the worker to the spec, which starts its own. */
  worker?: boolean;
  /** True starts the public site too. */
  site?: boolean;
  env?: Record<string, string>;
}

/** The whole desk in this process, on a database and a namespace of its own; real HTTP, sockets, PostgreSQL and Redis. */
export async function startDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const database = await createTestDatabase();
  const redisUrl = options.jobs === 'postgres' ? undefined : (options.redisUrl ?? testRedisUrl());
  const env = {
    DATABASE_URL: database.url,
    NAMESPACE: `t${randomBytes(6).toString('hex')}`,
    API_PORT: '0',
    SITE_PORT: '0',
    WORKER_PORT: '0',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    DATABASE_POOL: '6',
    ...(redisUrl && { REDIS_URL: redisUrl }),
    ...options.env,
  };
  const config = loadConfig(env);
  const clock = new TestClock();
  const log = createLog({ level: config.LOG_LEVEL, process: 'test' });
  const runtimes: Runtime[] = [];
  const local = config.REDIS_URL ? undefined : newDoorbell(config, log);
  const runtime = (): Runtime => {
    const made = { config, clock, log, doorbell: local ?? newDoorbell(config, log) };
    runtimes.push(made);
    return made;
  };
  const api = await startApi(runtime());
  const site = options.site ? await siteOf(runtime()) : undefined;
  const running: Running[] = site ? [api, site] : [api];
  const worker = options.worker === false ? undefined : await startWorker(runtime());
  if (worker) running.unshift(worker);
  const dataSource = await createDataSource({ url: database.url, poolSize: 4 }).initialize();
  const queue = new JobQueue(runtime());
  return {
    api: api.url,
    site: site?.url ?? '',
    clock,
    dataSource,
    env,
    drain: () => drain(dataSource, queue),
    passTime: async (milliseconds) => {
      if (!worker) throw new Error('this desk has no worker of its own');
      await drain(dataSource, queue);
      clock.advance(milliseconds);
      await worker.sweep();
      await drain(dataSource, queue);
    },
    close: async () => {
      for (const app of running) await app.close();
      await queue.onApplicationShutdown();
      for (const made of runtimes) await made.doorbell.close();
      await dataSource.destroy();
      await database.drop();
    },
  };
}

/** Loaded only where it is needed: its pages take a moment to compile. */
async function siteOf(runtime: Runtime): Promise<Running> {
  const { startSite } = await import('../../apps/site/start.js');
  return startSite(runtime);
}

const DRAINED_WITHIN_MS = 60_000;

async function drain(dataSource: DataSource, queue: JobQueue): Promise<void> {
  const giveUpAt = Date.now() + DRAINED_WITHIN_MS;
  for (let quietLooks = 0; quietLooks < 2; ) {
    if (Date.now() > giveUpAt) throw new Error(`not drained: ${JSON.stringify(await queue.counts())}`);
    quietLooks = (await isQuiet(dataSource, queue)) ? quietLooks + 1 : 0;
    await pause(5);
  }
}

async function isQuiet(dataSource: DataSource, queue: JobQueue): Promise<boolean> {
  const undelivered: unknown[] = await dataSource.query('SELECT 1 FROM undelivered_event LIMIT 1');
  if (undelivered.length > 0) return false;
  const counts = Object.values(await queue.counts());
  return counts.every(({ failed, ...pending }) => Object.values(pending).every((n) => n === 0));
}
