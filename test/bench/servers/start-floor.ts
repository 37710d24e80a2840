import { once } from 'node:events';
import { startChild } from './child-process.js';
import type { Workbench } from './workbench.js';

/** A floor in a process of its own: it sends its address when it listens. */
export async function startFloor(
  workbench: Workbench,
  script: `${string}.floor.js`,
  env: Record<string, string>,
): Promise<string> {
  const child = startChild(workbench, `dist/test/bench/${script}`, env);
  const [url]: unknown[] = await Promise.race([once(child.process, 'message'), child.failure]);
  return String(url);
}
