import { freePort } from '../../../apps/desk/infrastructure/free-port.js';
import { becomesReady } from '../../../apps/desk/launcher/readiness.js';
import { told } from '../report/progress.js';
import { type Child, startChild } from './child-process.js';
import type { Workbench } from './workbench.js';

const SCRIPTS = {
  api: 'dist/apps/api/main.js',
  worker: 'dist/apps/worker/main.js',
  /** All in one, where there is no Redis to join processes. */
  desk: 'dist/apps/desk/serve-all.js',
};

export interface Part extends Child {
  url: string;
}

/** One of the product's processes on a free port, with the settings that a start gives it. Resolves when it is ready. */
export async function startPart(
  workbench: Workbench,
  name: keyof typeof SCRIPTS,
  options: { databaseUrl: string; namespace: string },
): Promise<Part> {
  const [api, worker, site] = await differentPorts();
  const child = startChild(workbench, SCRIPTS[name], {
    DATABASE_URL: options.databaseUrl,
    REDIS_URL: workbench.redisUrl ?? '',
    NAMESPACE: options.namespace,
    API_PORT: String(api),
    WORKER_PORT: String(worker),
    SITE_PORT: String(site),
    HOST: '127.0.0.1',
  });
  const url = `http://127.0.0.1:${name === 'worker' ? worker : api}`;
  await told(`${name} ready`, () =>
    Promise.race([becomesReady(name, `${url}/health/ready`, workbench.signal), child.failure]),
  );
  return { ...child, url };
}

async function differentPorts(): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < 3) ports.add(await freePort());
  return [...ports];
}
