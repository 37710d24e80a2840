import { type Actor, holds, isAdministrator } from '../identity/roles.js';

/**
 * `follow`: which calendar a department follows; `share`: that one more follows this calendar; `archive`: also to bring it
 * back. When a department works is no secret: everybody on staff reads it.
 */
export type CalendarPermission = 'create' | 'edit' | 'archive' | 'follow' | 'share';

export interface CalendarFacts {
  /** Those that follow it; for `follow` the one that is to. */
  departmentIds: readonly string[];
  madeBy: string | null;
  /** Administrators made it, or it was laid out with the desk, for whoever wants to follow it. */
  isForAll: boolean;
}

/**
 * A calendar moves the deadlines of all that follow it: only who leads all of them, or the desk, changes it. What
 * administrators keep for all stays in their hands, whoever follows it.
 */
export function mayOnCalendar(
  actor: Actor,
  act: CalendarPermission,
  { departmentIds, madeBy, isForAll }: CalendarFacts,
): boolean {
  if (isAdministrator(actor)) return true;
  const leadsAll = departmentIds.every((id) => holds(actor, 'supervisor', id));
  const isTheirs = departmentIds.length > 0 ? leadsAll : madeBy === actor.officerId && leadsSomething(actor);
  switch (act) {
    case 'create':
      return leadsSomething(actor);
    case 'edit':
    case 'archive':
      return isTheirs && !isForAll;
    // One more that follows takes the calendar out of the hands of who leads the others.
    case 'share':
      return isForAll ? leadsSomething(actor) : isTheirs;
    case 'follow':
      return departmentIds.length > 0 && leadsAll;
  }
}

function leadsSomething({ grants }: Actor): boolean {
  return grants.some(({ role }) => role === 'supervisor');
}
