import { type Actor, belongsTo, holds, isAdministrator } from '../identity/roles.js';

/** Of a department, or an officer's own: exactly one of the two is set. */
export interface CannedReplyFacts {
  departmentId: string | null;
  ownerId: string | null;
}

/** A department speaks with one voice: its supervisors write its texts, everyone there uses them. Own ones are nobody else's. */
export function mayOnCannedReply(
  actor: Actor,
  act: 'use' | 'edit',
  { departmentId, ownerId }: CannedReplyFacts,
): boolean {
  if (departmentId === null) return ownerId === actor.officerId;
  if (act === 'use') return belongsTo(actor, departmentId);
  return holds(actor, 'supervisor', departmentId) || isAdministrator(actor);
}
