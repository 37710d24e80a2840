import { setTimeout as pause } from 'node:timers/promises';

export interface SteadyLoad {
  perSecond: number;
  seconds: number;
  signal: AbortSignal;
  /** Started at its time whether or not those before have ended. */
  start(): Promise<void>;
}

/** An even rate that does not give way: what becomes slow is not asked less. Resolves when all have ended; throws the first failure. */
export async function steadyLoad({ perSecond, seconds, signal, start }: SteadyLoad): Promise<void> {
  const underWay: Promise<void>[] = [];
  const failures: unknown[] = [];
  const from = performance.now();
  const count = Math.round(perSecond * seconds);
  for (let n = 0; n < count; n += 1) {
    signal.throwIfAborted();
    const wait = from + (n * 1_000) / perSecond - performance.now();
    if (wait > 1) await pause(wait);
    if (failures.length > 0) break;
    underWay.push(start().catch((error: unknown) => void failures.push(error)));
  }
  await Promise.all(underWay);
  if (failures.length > 0) throw failures[0];
}
