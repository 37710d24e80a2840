import { startHttpApp } from '#platform/http/http-app.js';
import type { Running, Runtime } from '#platform/runtime.js';
import { SweepService } from './sweep.service.js';
import { WorkerModule } from './worker.module.js';

export interface RunningWorker extends Running {
  /** Does at once all that is due by the desk's clock, instead of waiting for the next look. */
  sweep(): Promise<void>;
}

/** The relay, the job handlers and the sweeps; its port serves health and metrics only. */
export async function startWorker(runtime: Runtime): Promise<RunningWorker> {
  const { app, url, close } = await startHttpApp({ module: WorkerModule, runtime, port: runtime.config.WORKER_PORT });
  return { url, close, sweep: () => app.get(SweepService).sweep() };
}
