import { departmentRoom, type Ring } from '#contracts/realtime.js';
import type { Runtime } from '#platform/runtime.js';
import type { Derived } from './derive-deadlines.js';

/**
 * After the commit, and not by an event: a deadline is drawn from the record, it is no fact in it. Consoles look again;
 * what they miss while the bell is down they fetch when it is back.
 */
export function ringMoved({ doorbell, log }: Runtime, moved: Derived['moved']): void {
  try {
    for (const [departmentId, rows] of Map.groupBy(moved, (row) => row.departmentId))
      for (const ring of ringsOf(departmentId, rows)) doorbell.ring([departmentRoom(departmentId)], ring);
  } catch (error) {
    log.debug({ err: error }, 'moved deadlines could not be rung');
  }
}

/** More of one department than these make its lists look once. */
const RUNG_ONE_BY_ONE = 20;

function ringsOf(departmentId: string, rows: Derived['moved']): Ring[] {
  if (rows.length > RUNG_ONE_BY_ONE) return [{ event: 'counts.changed', departmentId }];
  return rows.map(({ id }) => ({ event: 'conversation.changed', conversationId: id, departmentId }));
}
