import { type Actor, belongsTo, holds, isAdministrator } from '../identity/roles.js';
import type { ConversationStatus } from './conversation.lifecycle.js';

export type ConversationPermission =
  | 'read'
  | 'claim'
  | 'assign'
  | 'release'
  | 'transfer'
  | 'restart-clock'
  | 'merge'
  | 'split'
  | 'reply'
  | 'draft'
  | 'read-drafts'
  | 'close'
  | 'reopen'
  | 'snooze'
  | 'label'
  | 'acknowledge'
  | 'moderate'
  | 'read-original'
  | 'open-original'
  | 'write-letter';

export interface ConversationFacts {
  departmentId: string;
  /** The officer who has it, or null. */
  officerId: string | null;
}

/**
 * Merging, unmerging and splitting. Who answered it before has no more say than others: nobody works on it now. What is
 * merged is nobody's.
 */
export function mayMerge(actor: Actor, conversation: ConversationFacts & { status: ConversationStatus }): boolean {
  const { departmentId, officerId, status } = conversation;
  return mayOn(actor, 'merge', { departmentId, officerId: status === 'assigned' ? officerId : null });
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
    case 'draft':
      return holds(actor, 'officer', departmentId);
    case 'read-drafts':
      return holds(actor, 'officer', departmentId) || leads;
    case 'reply':
      return isHolder;
    case 'assign':
    case 'release':
      return isHolder || leads;
    case 'restart-clock':
      return leads;
    case 'label':
    case 'acknowledge':
      return holds(actor, 'officer', departmentId) || leads;
    case 'snooze':
    case 'transfer':
    case 'merge':
    case 'split':
    case 'close':

    case 'reopen':
      return isHolder || leads || (officerId === null && holds(actor, 'officer', departmentId));
    // What is under the blocks of a redacted message: those whose work it is; others have to say why, and are recorded.
    case 'read-original':
      return isHolder || holds(actor, 'moderator', departmentId) || isAdministrator(actor);
    case 'open-original':
      return isHolder || holds(actor, 'moderator', departmentId) || leads;
    case 'moderate':
      return holds(actor, 'moderator', departmentId) || isAdministrator(actor);
  }
}
