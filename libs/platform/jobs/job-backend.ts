import { createPostgresBackend, type JobsOptions, type JobType, Queue, Worker, withBackend } from 'bullmq';
import type { Config } from '#contracts/config.js';

export interface StoredJob {
  name: string;
  data: unknown;
  opts: JobsOptions;
}

export interface StoredQueue {
  addBulk(jobs: StoredJob[]): Promise<unknown>;
  getJobCounts(...states: JobType[]): Promise<Record<string, number>>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

export interface TakenJob {
  id?: string | undefined;
  data: unknown;
  attemptsMade: number;
}

export interface RunningWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: TakenJob | undefined, error: Error) => void): unknown;
  close(): Promise<void>;
}

export type Process = (job: TakenJob) => Promise<void>;

/** Where jobs live: Redis, or PostgreSQL where there is no Redis. Nothing outside platform/jobs knows which. */
export interface JobBackend {
  newQueue(name: string): StoredQueue;
  newWorker(name: string, process: Process, concurrency: number): RunningWorker;
}

const postgres = withBackend(createPostgresBackend);

export function jobBackend(config: Config): JobBackend {
  return config.REDIS_URL ? onRedis(config.REDIS_URL, config.NAMESPACE) : onPostgres(config);
}

function onRedis(url: string, namespace: string): JobBackend {
  const prefix = `${namespace}:jobs`;
  const retryStrategy = (times: number) => Math.min(times * 100, 1_000);
  return {
    // Adding fails at once while Redis is away: the event stays in its outbox and the relay comes again.
    newQueue: (name) =>
      new Queue(name, {
        prefix,
        connection: { url, enableOfflineQueue: false, maxRetriesPerRequest: 1, retryStrategy },
      }),
    newWorker: (name, process, concurrency) =>
      new Worker(name, process, {
        prefix,
        concurrency,
        connection: { url, maxRetriesPerRequest: null, retryStrategy },
      }),
  };
}

function onPostgres(config: Config): JobBackend {
  const schema = `${config.NAMESPACE}_jobs`;
  const connection = { connectionString: config.DATABASE_URL, schema, max: 4, migrate: true };
  return {
    newQueue: (name) => new postgres.Queue(name, { connection }),
    newWorker: (name, process, concurrency) => new postgres.Worker(name, process, { connection, concurrency }),
  };
}
