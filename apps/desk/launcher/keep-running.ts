import { say } from './progress.js';
import type { StartedPart } from './started-parts.js';

const LOOK_EVERY_MS = 1_000;

/** Looks after a server that is not our child (it may be one left by an earlier start) and starts it again when it is gone. */
export function keepRunning(name: string, server: { isRunning(): boolean; restart(): Promise<void> }): StartedPart {
  let isBusy = false;
  const timer = setInterval(async () => {
    if (isBusy || server.isRunning()) return;
    isBusy = true;
    say(`  ${name} ended; starting it again`);
    await server.restart().catch((error: Error) => say(`  ${name}: ${error.message}`));
    isBusy = false;
  }, LOOK_EVERY_MS);
  const stop = () => clearInterval(timer);
  return { stop: async () => stop(), kill: stop };
}
