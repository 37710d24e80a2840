import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type AnyJob, JOBS, type JobHandle, type PayloadOf } from '#contracts/jobs.js';
import type { Runtime } from '../runtime.js';
import { RUNTIME } from '../tokens.js';
import { type GatheredJob, gather } from './gathered-jobs.js';
import { jobBackend, type StoredQueue } from './job-backend.js';

export interface JobToAdd {
  job: AnyJob;
  payload: unknown;
  /** The same id again is the same job. Neither an integer nor with a colon. */
  jobId: string;
}

/** A payload that its handle's schema accepts, or an error: nothing malformed is queued. */
export function jobToAdd<H extends AnyJob & JobHandle>(job: H, payload: PayloadOf<H>, jobId: string): JobToAdd {
  return { job, payload: job.payload.parse(payload), jobId };
}

/** Puts jobs where the workers take them. Throws, without waiting, when the store of jobs is away. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private readonly queues = new Map<string, StoredQueue>();

  constructor(@Inject(RUNTIME) runtime: Runtime) {
    const backend = jobBackend(runtime.config);
    for (const name of new Set(JOBS.map((job) => job.queue))) {
      const queue = backend.newQueue(name);
      queue.on('error', (error) =>
        runtime.log.warn({ queue: name, code: error.name }, 'the store of jobs does not answer'),
      );
      this.queues.set(name, queue);
    }
  }

  async add(jobs: readonly JobToAdd[]): Promise<void> {
    const byQueue = Map.groupBy(gather(jobs), (entry) => entry.job.queue);
    for (const [name, entries] of byQueue) await this.queue(name).addBulk(entries.map(asStored));
  }

  /** Jobs that are waiting, delayed, running or finally failed, per queue. */
  async counts(): Promise<Record<string, Record<string, number>>> {
    const counts: Record<string, Record<string, number>> = {};
    for (const [name, queue] of this.queues) {
      counts[name] = await queue.getJobCounts('wait', 'active', 'delayed', 'prioritized', 'failed');
    }
    return counts;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled([...this.queues.values()].map((queue) => queue.close()));
  }

  private queue(name: string): StoredQueue {
    const queue = this.queues.get(name);
    if (!queue) throw new Error(`there is no queue ${name}`);
    return queue;
  }
}

const KEPT_AFTER_SUCCESS = { age: 600, count: 5_000 };
const KEPT_AFTER_FAILURE = { age: 14 * 24 * 3_600, count: 10_000 };

function asStored({ job, data, jobId }: GatheredJob) {
  return {
    name: job.name,
    data,
    opts: {
      jobId,
      attempts: job.attempts,
      backoff: { type: 'exponential', delay: job.backoffMs },
      removeOnComplete: KEPT_AFTER_SUCCESS,
      removeOnFail: KEPT_AFTER_FAILURE,
    },
  };
}
