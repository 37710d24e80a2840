import { type Actor, holds, isAdministrator } from '../identity/roles.js';

export type ReplyPermission = 'take-back' | 'correct';

export interface ReplyFacts {
  /** Who sent it; null where it was imported without a name. */
  officerId: string | null;
  departmentId: string;
}

/** The one permission function for replies: who sent it, as long as they answer here, and who leads the department. */
export function mayOnReply(actor: Actor, act: ReplyPermission, { officerId, departmentId }: ReplyFacts): boolean {
  const isSender = officerId === actor.officerId && holds(actor, 'officer', departmentId);
  const leads = holds(actor, 'supervisor', departmentId) || isAdministrator(actor);
  switch (act) {
    case 'take-back':
    case 'correct':
      return isSender || leads;
  }
}
