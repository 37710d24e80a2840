import { type Actor, belongsTo, holds, isAdministrator } from '../identity/roles.js';

export type DeadlinePolicyPermission =
  /** What is promised, and how it came to be. */
  | 'read'
  /** Also to look what a change would do. */
  | 'change';

/** The one permission function for what a department promises: routes and buttons ask it. */
export function mayOnDeadlinePolicy(actor: Actor, act: DeadlinePolicyPermission, departmentId: string): boolean {
  switch (act) {
    case 'read':
      return belongsTo(actor, departmentId);
    case 'change':
      return holds(actor, 'supervisor', departmentId) || isAdministrator(actor);
  }
}
