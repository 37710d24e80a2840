export const ROLES = ['officer', 'moderator', 'reviewer', 'supervisor', 'press', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** A role in one department, or everywhere where `departmentId` is null (administrators). */
export interface RoleGrant {
  role: Role;
  departmentId: string | null;
}

/** Who acts: an officer with the roles held at this moment. */
export interface Actor {
  officerId: string;
  grants: readonly RoleGrant[];
}

export function holds(actor: Actor, role: Role, departmentId: string): boolean {
  return actor.grants.some((grant) => grant.role === role && reaches(grant, departmentId));
}

/** True for anyone with a role in the department, whichever it is. */
export function belongsTo(actor: Actor, departmentId: string): boolean {
  return actor.grants.some((grant) => reaches(grant, departmentId));
}

export function isAdministrator(actor: Actor): boolean {
  return actor.grants.some((grant) => grant.role === 'administrator' && grant.departmentId === null);
}

/** The departments of the roles, or 'all' for an administrator. */
export function departmentsOf(actor: Actor, roles: readonly Role[] = ROLES): string[] | 'all' {
  if (isAdministrator(actor)) return 'all';
  const own = actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.departmentId);
  return [...new Set(own.filter((id) => id !== null))];
}

function reaches(grant: RoleGrant, departmentId: string): boolean {
  return grant.departmentId === departmentId || grant.departmentId === null;
}
