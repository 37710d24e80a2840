import { type Actor, departmentsOf, holds, isAdministrator } from '../identity/roles.js';

export type ScreeningPolicyPermission =
  /** The table and the words, how they came to be, and what they make of a text. */
  'read' | 'change';

/** The one permission function for screening policies; of the desk's own where no department is named. */
export function mayOnScreeningPolicy(
  actor: Actor,
  act: ScreeningPolicyPermission,
  departmentId: string | null,
): boolean {
  if (isAdministrator(actor)) return true;
  if (departmentId === null) return act === 'read' && departmentsOf(actor, ['moderator', 'supervisor']).length > 0;
  if (holds(actor, 'supervisor', departmentId)) return true;
  return act === 'read' && holds(actor, 'moderator', departmentId);
}
