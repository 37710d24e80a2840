import type { EntityManager } from 'typeorm';
import { PRESENCE_SECONDS } from '#contracts/realtime.js';
import type { Role } from '#domain/identity/roles.js';

export interface MentionableRecord {
  id: string;
  name: string;
  roles: Role[];
  isPresent: boolean;
}

/** More colleagues than this are not chosen from a list. */
const MOST = 1_000;

/** Whoever may read what is in the department: `belongsTo` of `domain/identity/roles.ts`, as SQL. */
const READS = '(g.department_id = $1 OR g.department_id IS NULL)';

export function mentionable(tx: EntityManager, departmentId: string, now: Date): Promise<MentionableRecord[]> {
  return tx.query(
    `SELECT o.id, o.name, array_agg(DISTINCT g.role) AS roles,
       coalesce(o.is_available AND o.seen_at > $2::timestamptz - make_interval(secs => ${PRESENCE_SECONDS}), false) AS "isPresent"
     FROM officer o JOIN role_grant g ON g.officer_id = o.id
     WHERE o.is_active AND ${READS}
     GROUP BY o.id ORDER BY o.name, o.id LIMIT ${MOST}`,
    [departmentId, now],
  );
}

/** Those of the officers who may not read what is in the department, or are not there at all. */
export async function notMentionable(
  tx: EntityManager,
  officerIds: readonly string[],
  departmentId: string,
): Promise<string[]> {
  if (officerIds.length === 0) return [];
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM unnest($2::uuid[]) AS named (id)
     WHERE NOT EXISTS (SELECT 1 FROM officer o JOIN role_grant g ON g.officer_id = o.id
       WHERE o.id = named.id AND o.is_active AND ${READS})`,
    [departmentId, officerIds],
  );
  return rows.map((row) => row.id);
}
