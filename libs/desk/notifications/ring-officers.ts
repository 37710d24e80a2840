import { officerRoom } from '#contracts/realtime.js';
import type { Runtime } from '#platform/runtime.js';

/** Tells the officers' consoles to count again. What they miss while the bell is down they fetch when it is back. */
export function ringOfficers({ doorbell, log }: Runtime, officerIds: readonly string[]): void {
  if (officerIds.length === 0) return;
  try {
    doorbell.ring(officerIds.map(officerRoom), { event: 'notification.changed' });
  } catch (error) {
    log.debug({ err: error }, 'officers could not be rung');
  }
}
