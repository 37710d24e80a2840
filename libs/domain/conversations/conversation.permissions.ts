import { type Actor, belongsTo, holds, isAdministrator } from '../identity/roles.js';

export type ConversationPermission =
  | 'read'
  | 'claim'
  | 'assign'
  | 'release'
  | 'transfer'
  | 'reply'
  | 'close'
  | 'reopen'
  | 'moderate'
  | 'write-letter';

export interface ConversationFacts {
  departmentId: string;
  /** The officer who has it, or null. */
  officerId: string | null;
}

/** The one permission function for conversations: routes, rooms, lists and buttons ask it. */
export function mayOn(actor: Actor, act: ConversationPermission, conversation: ConversationFacts): boolean {
  const { departmentId, officerId } = conversation;
  const isHolder = officerId === actor.officerId && holds(actor, 'officer', departmentId);
  const leads = holds(actor, 'supervisor', departmentId) || isAdministrator(actor);
  switch (act) {
    case 'read':
      return belongsTo(actor, departmentId);
    case 'claim':
      return holds(actor, 'officer', departmentId);
    case 'write-letter':
      return holds(actor, 'officer', departmentId);
    case 'reply':
      return isHolder;
    case 'assign':
    case 'release':
      return isHolder || leads;
    case 'transfer':
    case 'close':
    case 'reopen':
      return isHolder || leads || (officerId === null && holds(actor, 'officer', departmentId));
    case 'moderate':
      return holds(actor, 'moderator', departmentId) || isAdministrator(actor);
  }
}
