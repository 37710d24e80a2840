import type { AnyJob, JobHandle, PayloadOf } from '#contracts/jobs.js';

/** Takes one kind of job. May be called twice for the same job: it re-reads the row and stops if the work is done. */
export interface JobHandler<H extends AnyJob & JobHandle = AnyJob> {
  readonly job: H;
  handle(payload: PayloadOf<H>): Promise<void>;
}

export const JOB_HANDLERS = Symbol('job handlers');

/** Refuses to start half-wired: every job has exactly one handler. */
export function assertEveryJobHasOneHandler(
  jobs: readonly { name: string }[],
  handlers: readonly { job: { name: string } }[],
): void {
  for (const { name } of jobs) {
    const count = handlers.filter((handler) => handler.job.name === name).length;
    if (count === 0) throw new Error(`The job "${name}" has no handler.`);
    if (count > 1) throw new Error(`The job "${name}" has ${count} handlers.`);
  }
  const known = new Set(jobs.map((job) => job.name));
  const stray = handlers.find((handler) => !known.has(handler.job.name));
  if (stray) throw new Error(`The handler of "${stray.job.name}" handles a job that does not exist.`);
}
