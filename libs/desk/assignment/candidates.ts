import { PRESENCE_SECONDS } from '#contracts/realtime.js';
import type { Tx } from '#database/transaction.js';
import { type Attendance, absenceOf } from '#domain/assignment/absence.js';
import type { Candidate } from '#domain/assignment/eligibility.js';
import type { AssignmentPolicy } from '#domain/assignment/policy.js';
import { type PreparedQuery, preparedIn } from '#platform/database/prepared.js';
import { loadsOf } from '../conversations/officer-loads.js';

/** A department's rule and the officers who could take its conversations. */
export interface Staff {
  policy: AssignmentPolicy;
  candidates: Candidate[];
}

/** What tells whether an officer `o` is at work; $2 is now. The hours are those of the officer's own zone, else of the first department's. */
export const ATTENDANCE = `
  o.is_active AS "isActive", o.is_available AS "isAvailable",
  coalesce(o.seen_at > $2::timestamptz - make_interval(secs => ${PRESENCE_SECONDS}), false) AS "isSeen",
  o.working_hours AS "workingHours", o.out_from AS "outFrom", o.out_until AS "outUntil",
  CASE WHEN o.working_hours = '[]' THEN 'UTC' ELSE coalesce(o.time_zone, (
    SELECT d.time_zone FROM role_grant g JOIN department d ON d.id = g.department_id
    WHERE g.officer_id = o.id AND g.role = 'officer' ORDER BY d.slug LIMIT 1), 'UTC') END AS "timeZone"`;

const officers = (name: string, lock: string): PreparedQuery => ({
  name,
  text: `
  SELECT o.id AS "officerId", o.capacity, o.languages, o.skills, o.stand_in_id AS "standInId",
    o.last_assigned_at AS "lastAssignedAt", ${ATTENDANCE}
  FROM officer o
  WHERE o.is_active AND o.id IN (SELECT g.officer_id FROM role_grant g WHERE g.role = 'officer' AND g.department_id = ANY($1::uuid[]))
  ORDER BY o.id ${lock}`,
});

/** Locked in the order of ids: what an officer has in hand cannot change until the transaction ends. */
const LOCKED = officers('lock-staff', 'FOR NO KEY UPDATE OF o');
const LOOKED_AT = officers('look-at-staff', '');

const DEPARTMENTS = {
  name: 'staffed-departments',
  text: `
  SELECT d.id, d.assignment_policy AS policy,
    ARRAY(SELECT g.officer_id FROM role_grant g WHERE g.role = 'officer' AND g.department_id = d.id) AS "officerIds"
  FROM department d WHERE d.id = ANY($1::uuid[])`,
};

type OfficerRow = Omit<Candidate, 'absence' | 'load'> & Attendance;

/** The departments with their officers and what these have in hand, locked for the rest of the transaction. */
export function lockStaff(tx: Tx, departmentIds: readonly string[], now: Date): Promise<Map<string, Staff>> {
  return staffBy(tx, LOCKED, { departmentIds, now });
}

/** The same without locks, to see whether it is worth taking them. */
export function lookAtStaff(tx: Tx, departmentIds: readonly string[], now: Date): Promise<Map<string, Staff>> {
  return staffBy(tx, LOOKED_AT, { departmentIds, now });
}

async function staffBy(
  tx: Tx,
  officersQuery: PreparedQuery,
  { departmentIds, now }: { departmentIds: readonly string[]; now: Date },
): Promise<Map<string, Staff>> {
  const rows = await preparedIn<OfficerRow>(tx, officersQuery, [departmentIds, now]);
  // Counted after the locks are held: an earlier snapshot could miss what was assigned while we waited.
  const officerIds = rows.map((row) => row.officerId);
  const [loads, departments] = await Promise.all([
    loadsOf(tx, officerIds),
    preparedIn<{ id: string; policy: AssignmentPolicy; officerIds: string[] }>(tx, DEPARTMENTS, [departmentIds]),
  ]);
  const candidates = new Map(
    rows.map((row) => [row.officerId, candidateOf(row, loads.get(row.officerId)?.weight ?? 0, now)]),
  );
  return new Map(
    departments.map(({ id, policy, officerIds }) => [
      id,
      { policy, candidates: officerIds.flatMap((officerId) => candidates.get(officerId) ?? []) },
    ]),
  );
}

function candidateOf(row: OfficerRow, load: number, now: Date): Candidate {
  const { officerId, capacity, languages, skills, standInId, lastAssignedAt } = row;
  return { officerId, capacity, languages, skills, standInId, lastAssignedAt, load, absence: absenceOf(row, now) };
}
