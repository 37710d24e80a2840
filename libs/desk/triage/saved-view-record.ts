import type { InboxFilter } from '#contracts/inbox.http.js';
import { inboxFilterSchema } from '#contracts/inbox.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { SavedView } from '#database/entities/saved-view.entity.js';
import type { ViewFacts } from '#domain/triage/saved-view.permissions.js';

/** What is stored was checked when it came in; what a later version of the desk no longer knows is left out. */
export function filterOf({ filter }: Pick<SavedView, 'filter'>): InboxFilter {
  const whole = inboxFilterSchema.safeParse(filter);
  if (whole.success) return whole.data;
  const broken = new Set(whole.error.issues.flatMap(brokenKeys));
  return inboxFilterSchema.parse(Object.fromEntries(Object.entries(filter).filter(([key]) => !broken.has(key))));
}

function brokenKeys(issue: { path: PropertyKey[]; code: string; keys?: string[] }): PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? (issue.keys ?? []) : issue.path.slice(0, 1);
}

type ViewRow = Pick<SavedView, 'audience' | 'ownerId' | 'departmentId'>;

/** A department that is no more concerns nobody. */
export function factsOf(row: ViewRow, filter: InboxFilter, departments: readonly Department[]): ViewFacts {
  const named = filter.department ?? [];
  return {
    audience: row.audience,
    ownerId: row.ownerId,
    departmentId: row.departmentId,
    namedDepartmentIds: departments.filter(({ slug }) => named.includes(slug)).map(({ id }) => id),
  };
}
