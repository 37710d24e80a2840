import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { z } from 'zod';
import { JOBS } from '#contracts/jobs.js';
import { inRequest } from '../log/request-context.js';
import { Metrics } from '../metrics/metrics.js';
import type { Runtime } from '../runtime.js';
import { RUNTIME } from '../tokens.js';
import { payloadsOf } from './gathered-jobs.js';
import { jobBackend, type RunningWorker } from './job-backend.js';
import { assertEveryJobHasOneHandler, JOB_HANDLERS } from './job-handler.js';

/** A handler whose payload type is already behind its schema. */
interface AnyHandler {
  job: (typeof JOBS)[number];
  handle(payload: unknown): Promise<void>;
}

const originSchema = z.looseObject({ requestId: z.string().nullable() });

/** One BullMQ worker per job handle; checks the payload again on taking it. */
@Injectable()
export class JobWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private workers: RunningWorker[] = [];

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(JOB_HANDLERS) private readonly handlers: readonly AnyHandler[],
    private readonly metrics: Metrics,
  ) {
    assertEveryJobHasOneHandler(JOBS, handlers);
  }

  onApplicationBootstrap(): void {
    const backend = jobBackend(this.runtime.config);
    this.workers = this.handlers.map((handler) => {
      const worker = backend.newWorker(
        handler.job.queue,
        (job) => this.run(handler, job.data, job.id),
        handler.job.concurrency,
      );
      worker.on('error', (error) => this.runtime.log.warn({ job: handler.job.name, code: error.name }, 'worker error'));
      worker.on('failed', (job, error) =>
        this.runtime.log.error(
          { job: handler.job.name, jobId: job?.id, attempts: job?.attemptsMade, err: error },
          'job failed',
        ),
      );
      return worker;
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.workers.map((worker) => worker.close()));
  }

  /** What of a gathered job was done stays done when another of it fails; the whole is then tried again. */
  private async run(handler: AnyHandler, data: unknown, jobId: string | undefined): Promise<void> {
    const runs = payloadsOf(data).map((payload) => this.runOne(handler, payload, jobId));
    const failed = (await Promise.allSettled(runs)).find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private async runOne(handler: AnyHandler, data: unknown, jobId: string | undefined): Promise<void> {
    const payload = handler.job.payload.parse(data);
    const { requestId } = originSchema.parse(data);
    const end = this.metrics.jobSeconds.startTimer({ job: handler.job.name });
    await inRequest(requestId ?? `job-${jobId}`, () => handler.handle(payload));
    end();
  }
}
