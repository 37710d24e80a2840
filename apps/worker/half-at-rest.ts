import { setTimeout as pause } from 'node:timers/promises';

/**
 * Batch after batch until one answers false: nothing is left. Half of the time it rests: what comes in goes before. The
 * place is kept by the batches themselves: stopped, it goes on from there.
 */
export async function halfAtRest(stop: AbortSignal, batch: () => Promise<boolean>): Promise<void> {
  while (!stop.aborted) {
    const from = performance.now();
    if (!(await batch())) return;
    await pause(performance.now() - from);
  }
}
