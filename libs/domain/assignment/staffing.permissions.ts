import { type Actor, holds, isAdministrator } from '../identity/roles.js';

export type StaffingPermission =
  /** Who works in a department, what they have in hand and how its queue is handed out. */
  | 'read'
  | 'set-policy'
  /** Capacity, languages, skills and hours of an officer. */
  | 'set-officer'
  /** The officer's own hours and time off. */
  | 'set-hours'
  /** Deactivating an officer, taking a role away. */
  | 'remove';

export interface StaffingSubject {
  /** The department; those in which the officer answers, or for `remove` those in which they have any role. */
  departmentIds: readonly string[];
  officerId?: string;
}

/** The one permission function for staffing: routes and buttons ask it. */
export function mayOnStaffing(actor: Actor, act: StaffingPermission, subject: StaffingSubject): boolean {
  const leads = isAdministrator(actor) || subject.departmentIds.some((id) => holds(actor, 'supervisor', id));
  switch (act) {
    case 'read':
    case 'set-policy':
    case 'set-officer':
      return leads;
    case 'set-hours':
      return leads || subject.officerId === actor.officerId;
    case 'remove':
      return isAdministrator(actor) && subject.officerId !== actor.officerId;
  }
}
