import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 10;

/** Looks until it is so; for what happens in another process and can only be seen from outside. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string, withinMs = 20_000): Promise<void> {
  const giveUpAt = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > giveUpAt) throw new Error(`it did not come to pass within ${withinMs} ms: ${what}`);
    await pause(EVERY_MS);
  }
}
