import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { JobToAdd } from './job-queue.js';

/** The most that travel as one. */
const MOST = 64;

const gatheredSchema = z.strictObject({ together: z.array(z.unknown()).min(1) });

export interface GatheredJob {
  job: JobToAdd['job'];
  /** One payload, or several as `{together}`. */
  data: unknown;
  jobId: string;
}

/**
 * Jobs whose handle says so and that are added at once become one: a queue costs the same for one payload and for
 * sixty. The id is made of all ids, so that the same batch again is the same job and another batch never is.
 */
export function gather(jobs: readonly JobToAdd[]): GatheredJob[] {
  const alone = jobs.filter(({ job }) => !job.together);
  const groups = Map.groupBy(
    jobs.filter(({ job }) => job.together),
    ({ job }) => job,
  );
  return [...alone.map(asOne), ...[...groups.values()].flatMap(inBatches).map(asBatch)];
}

/** The payloads of a job, as they were before they were gathered. */
export function payloadsOf(data: unknown): unknown[] {
  const gathered = gatheredSchema.safeParse(data);
  return gathered.success ? gathered.data.together : [data];
}

function inBatches(jobs: readonly JobToAdd[]): JobToAdd[][] {
  const batches: JobToAdd[][] = [];
  for (let from = 0; from < jobs.length; from += MOST) batches.push(jobs.slice(from, from + MOST));
  return batches;
}

function asOne({ job, payload, jobId }: JobToAdd): GatheredJob {
  return { job, data: payload, jobId };
}

function asBatch(batch: readonly JobToAdd[]): GatheredJob {
  const [first, ...others] = batch;
  if (!first) throw new Error('an empty batch of jobs');
  if (others.length === 0) return asOne(first);
  const ids = createHash('sha256').update(batch.map(({ jobId }) => jobId).join('\n'));
  const jobId = `${first.jobId}-and-${others.length}-${ids.digest('hex').slice(0, 32)}`;
  return { job: first.job, data: { together: batch.map(({ payload }) => payload) }, jobId };
}
