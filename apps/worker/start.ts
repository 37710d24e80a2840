import { startHttpApp } from '#platform/http/http-app.js';
import type { Running, Runtime } from '#platform/runtime.js';
import { WorkerModule } from './worker.module.js';

/** The relay, the job handlers and the sweeps; its port serves health and metrics only. */
export async function startWorker(runtime: Runtime): Promise<Running> {
  return startHttpApp({ module: WorkerModule, runtime, port: runtime.config.WORKER_PORT });
}
