import type { InboxFilter } from '#contracts/inbox.http.js';
import type { SavedViewView } from '#contracts/saved-views.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { SavedView } from '#database/entities/saved-view.entity.js';
import type { KnownOfficer } from './saved-view.queries.js';

/** What the reader may know of what filters name. */
export interface NamedThings {
  officers: readonly KnownOfficer[];
  tagIds: ReadonlySet<string>;
  departments: readonly Department[];
}

export function savedViewView(
  row: SavedView,
  filter: InboxFilter,
  { officers, tagIds, departments, mayEdit }: NamedThings & { mayEdit: boolean },
): SavedViewView {
  const officerIds = (filter.officer ?? []).filter((who) => who !== 'me' && who !== 'nobody');
  const slugs = departments.map(({ slug }) => slug);
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    audience: row.audience,
    department: departments.find(({ id }) => id === row.departmentId)?.slug ?? null,
    filter,
    officers: officers.filter(({ id }) => officerIds.includes(id)),
    missing: {
      departments: (filter.department ?? []).filter((slug) => !slugs.includes(slug)),
      officerIds: officerIds.filter((id) => !officers.some((officer) => officer.id === id)),
      tagIds: (filter.tag ?? []).filter((id) => !tagIds.has(id)),
    },
    may: { edit: mayEdit },
  };
}
