import { mayOn } from '../conversations/conversation.permissions.js';
import { type Actor, belongsTo } from '../identity/roles.js';

export interface AppealFacts {
  departmentId: string;
  /** Who had a part in the decision that is appealed; nobody where screening decided by itself. */
  barredIds: readonly string[];
}

/** `lodge`: write one down for its author, who came by another way than the tracking page. */
export type AppealPermission = 'read' | 'lodge' | 'decide';

/** The one permission function for appeals. Nobody asks about, or decides on, an appeal against an own decision. */
export function mayOnAppeal(actor: Actor, act: AppealPermission, { departmentId, barredIds }: AppealFacts): boolean {
  if (act === 'lodge') return belongsTo(actor, departmentId);
  const moderates = mayOn(actor, 'moderate', { departmentId, officerId: null });
  return moderates && (act === 'read' || !barredIds.includes(actor.officerId));
}
