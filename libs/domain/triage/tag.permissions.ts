import { type Actor, belongsTo, holds, isAdministrator } from '../identity/roles.js';

/** `edit`: make, rename, colour, merge, archive. Putting one on a conversation is an act on the conversation. */
export type TagPermission = 'read' | 'edit';

export function mayOnTags(actor: Actor, act: TagPermission, departmentId: string): boolean {
  switch (act) {
    case 'read':
      return belongsTo(actor, departmentId);
    case 'edit':
      return holds(actor, 'supervisor', departmentId) || isAdministrator(actor);
  }
}
