import { PRESENCE_SECONDS } from '#contracts/realtime.js';
import type { Tx } from '#database/transaction.js';
import type { Candidate } from '#domain/assignment/choose-officer.js';

/** An officer who could take conversations of these departments, and of which. */
export interface CandidateRow extends Candidate {
  departmentIds: string[];
}

/** Locked in the order of ids: what an officer has in hand cannot change until the transaction ends. */
const LOCK = `
  SELECT o.id AS "officerId", o.name, o.capacity, o.last_assigned_at AS "lastAssignedAt",
    o.is_available AND o.seen_at > $2::timestamptz - make_interval(secs => ${PRESENCE_SECONDS}) AS "isPresent"
  FROM officer o
  WHERE o.is_active AND o.id IN (SELECT g.officer_id FROM role_grant g WHERE g.role = 'officer' AND g.department_id = ANY($1::uuid[]))
  ORDER BY o.id FOR NO KEY UPDATE OF o`;

const LOADS = `
  SELECT officer_id AS "officerId", count(*)::int AS "inHand" FROM conversation
  WHERE status = 'assigned' AND officer_id = ANY($1::uuid[]) GROUP BY officer_id`;

const GRANTS = `
  SELECT officer_id AS "officerId", array_agg(department_id) AS "departmentIds" FROM role_grant
  WHERE role = 'officer' AND department_id = ANY($1::uuid[]) GROUP BY officer_id`;

type Locked = Omit<Candidate, 'inHand'>;

/** The officers of the departments with what they have in hand, locked for the rest of the transaction. */
export async function lockCandidates(tx: Tx, departmentIds: readonly string[], now: Date): Promise<CandidateRow[]> {
  const officers: Locked[] = await tx.query(LOCK, [departmentIds, now]);
  // Counted after the locks are held: an earlier snapshot could miss what was assigned while we waited.
  const loads: { officerId: string; inHand: number }[] = await tx.query(LOADS, [officers.map((row) => row.officerId)]);
  const grants: { officerId: string; departmentIds: string[] }[] = await tx.query(GRANTS, [departmentIds]);
  const inHand = new Map(loads.map((row) => [row.officerId, row.inHand]));
  const departments = new Map(grants.map((row) => [row.officerId, row.departmentIds]));
  return officers.map((row) => ({
    ...row,
    isPresent: row.isPresent ?? false,
    inHand: inHand.get(row.officerId) ?? 0,
    departmentIds: departments.get(row.officerId) ?? [],
  }));
}
