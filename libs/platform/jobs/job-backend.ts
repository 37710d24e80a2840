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

/**
 * What a killed worker had in hand is taken up by another within ten seconds, instead of BullMQ's minute. Should a
 * live worker lose its lock, the job runs twice, which every handler allows; one that kills its worker each time is
 * given up in the end.
 */
const TAKEN_OVER = { lockDuration: 6_000, stalledInterval: 3_000, maxStalledCount: 8 };

/** A Redis that hangs keeps its connections open: one that does not answer for this long is taken for lost. */
const SILENCE_MS = 5_000;

const postgres = withBackend(createPostgresBackend);

export function jobBackend(config: Config): JobBackend {
  return config.REDIS_URL ? onRedis(config.REDIS_URL, config.NAMESPACE) : onPostgres(config);
}

function onRedis(url: string, namespace: string): JobBackend {
  const prefix = `${namespace}:jobs`;
  const retryStrategy = (times: number) => Math.min(times * 100, 1_000);
  return {
    // Adding fails at once while Redis is away, and soon when it hangs: the event stays in its outbox and the relay comes
    // again.
    newQueue: (name) =>
      new Queue(name, {
        prefix,
        connection: {
          url,
          enableOfflineQueue: false,
          maxRetriesPerRequest: 1,
          socketTimeout: SILENCE_MS,
          retryStrategy,
        },
      }),
    newWorker: (name, process, concurrency) =>
      new Worker(name, process, {
        prefix,
        concurrency,
        ...TAKEN_OVER,
        connection: { url, maxRetriesPerRequest: null, retryStrategy },
      }),
  };
}

function onPostgres(config: Config): JobBackend {
  const schema = `${config.NAMESPACE}_jobs`;
  const connection = { connectionString: config.DATABASE_URL, schema, max: 4, migrate: true };
  return {
    newQueue: (name) => new postgres.Queue(name, { connection }),
    newWorker: (name, process, concurrency) =>
      new postgres.Worker(name, process, { connection, concurrency, ...TAKEN_OVER }),
  };
}
