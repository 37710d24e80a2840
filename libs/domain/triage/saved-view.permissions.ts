import { type Actor, belongsTo, holds, isAdministrator } from '../identity/roles.js';

/** mine: nobody else's; team: everyone's in one department; shared: everyone's who may read the departments it names. */
export const VIEW_AUDIENCES = ['mine', 'team', 'shared'] as const;
export type ViewAudience = (typeof VIEW_AUDIENCES)[number];

/** The most views of one officer, of one team, and shared on one desk. */
export const VIEWS_LIMIT = 50;

export interface ViewFacts {
  audience: ViewAudience;
  ownerId: string;
  /** Of a team's view. */
  departmentId: string | null;
  /** What its filter is narrowed to; none: whatever the reader may read. */
  namedDepartmentIds: readonly string[];
}

/** A shared view changes what everybody sees: only who leads all that it names, or the desk, may change it. */
export function mayOnView(actor: Actor, act: 'read' | 'edit', view: ViewFacts): boolean {
  if (view.audience === 'mine') return view.ownerId === actor.officerId;
  const concerned = view.audience === 'team' ? [view.departmentId ?? ''] : view.namedDepartmentIds;
  if (act === 'read') return concerned.every((id) => belongsTo(actor, id));
  if (isAdministrator(actor)) return true;
  return concerned.length > 0 && concerned.every((id) => holds(actor, 'supervisor', id));
}
