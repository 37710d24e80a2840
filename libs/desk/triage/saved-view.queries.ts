import { type DataSource, In, IsNull } from 'typeorm';
import { SavedView } from '#database/entities/saved-view.entity.js';
import { VIEW_AUDIENCES } from '#domain/triage/saved-view.permissions.js';

/** All views of teams and of everybody, and these officers' own, in the order in which they are listed. */
export async function viewsOf(dataSource: DataSource, officerIds: readonly string[]): Promise<SavedView[]> {
  const rows = await dataSource.manager.find(SavedView, {
    where: [
      { deletedAt: IsNull(), audience: 'mine', ownerId: In([...officerIds]) },
      { deletedAt: IsNull(), audience: In(['team', 'shared']) },
    ],
  });
  return rows.sort(inOrder);
}

function inOrder(one: SavedView, other: SavedView): number {
  const rank = ({ audience }: SavedView) => VIEW_AUDIENCES.indexOf(audience);
  const byTeam = (one.departmentId ?? '').localeCompare(other.departmentId ?? '');
  return rank(one) - rank(other) || byTeam || one.position - other.position || (one.id < other.id ? -1 : 1);
}

export interface KnownOfficer {
  id: string;
  name: string;
  /** Still answers in one of the departments. */
  isHere: boolean;
}

/** Who is, or was, an officer of what the reader may see; others stay unknown to the reader. */
const KNOWN_OFFICERS = `
  SELECT o.id, o.name, o.is_active AND EXISTS (
      SELECT 1 FROM role_grant g WHERE g.officer_id = o.id AND g.role = 'officer' AND g.department_id = ANY($2::uuid[])
    ) AS "isHere"
  FROM officer o WHERE o.id = ANY($1::uuid[]) AND (
    EXISTS (SELECT 1 FROM role_grant g WHERE g.officer_id = o.id AND g.department_id = ANY($2::uuid[]))
    OR EXISTS (SELECT 1 FROM assignment a JOIN conversation c ON c.id = a.conversation_id
      WHERE a.officer_id = o.id AND c.department_id = ANY($2::uuid[]))
  )`;

export async function knownOfficers(
  dataSource: DataSource,
  { officerIds, departmentIds }: { officerIds: readonly string[]; departmentIds: readonly string[] },
): Promise<KnownOfficer[]> {
  if (officerIds.length === 0) return [];
  return dataSource.query(KNOWN_OFFICERS, [officerIds, departmentIds]);
}

export async function tagIdsIn(dataSource: DataSource, departmentIds: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await dataSource.query('SELECT id FROM tag WHERE department_id = ANY($1::uuid[])', [
    departmentIds,
  ]);
  return rows.map((row) => row.id);
}
