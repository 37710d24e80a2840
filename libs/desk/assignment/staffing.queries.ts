import type { EntityManager } from 'typeorm';
import type { Attendance } from '#domain/assignment/absence.js';
import type { Role } from '#domain/identity/roles.js';
import { ATTENDANCE } from './candidates.js';

export interface StaffedRecord extends Attendance {
  id: string;
  name: string;
  version: number;
  capacity: number;
  languages: string[];
  skills: string[];
  /** As it was set; `timeZone` is the one that holds. */
  ownTimeZone: string | null;
  standInId: string | null;
  standInName: string | null;
  roles: Role[];
}

const columns = (roles: string) => `
  SELECT o.id, o.name, o.staffing_version AS version, o.capacity, o.languages, o.skills, o.time_zone AS "ownTimeZone",
    o.stand_in_id AS "standInId", s.name AS "standInName", ${roles} AS roles, ${ATTENDANCE}
  FROM officer o LEFT JOIN officer s ON s.id = o.stand_in_id`;

const IN_DEPARTMENT = `
  ${columns('ARRAY(SELECT g.role FROM role_grant g WHERE g.officer_id = o.id AND g.department_id = $1 ORDER BY g.role)')}
  WHERE EXISTS (SELECT 1 FROM role_grant g WHERE g.officer_id = o.id AND g.department_id = $1)
  ORDER BY o.is_active DESC,
    NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.officer_id = o.id AND g.department_id = $1 AND g.role = 'officer'), o.name, o.id`;

const ONE = `
  ${columns('ARRAY(SELECT DISTINCT g.role FROM role_grant g WHERE g.officer_id = o.id ORDER BY g.role)')} WHERE o.id = $1`;

/** Everybody with a role in the department, who answers or not. */
export function staffOf(manager: EntityManager, departmentId: string, now: Date): Promise<StaffedRecord[]> {
  return manager.query(IN_DEPARTMENT, [departmentId, now]);
}

export async function staffed(manager: EntityManager, officerId: string, now: Date): Promise<StaffedRecord | null> {
  const [row]: StaffedRecord[] = await manager.query(ONE, [officerId, now]);
  return row ?? null;
}

/** Where an officer answers. */
export async function answersIn(manager: EntityManager, officerId: string): Promise<string[]> {
  const rows: { departmentId: string }[] = await manager.query(
    `SELECT department_id AS "departmentId" FROM role_grant WHERE officer_id = $1 AND role = 'officer' ORDER BY department_id`,
    [officerId],
  );
  return rows.map(({ departmentId }) => departmentId);
}

/** Where an officer has any role. */
export async function worksIn(manager: EntityManager, officerId: string): Promise<string[]> {
  const rows: { departmentId: string }[] = await manager.query(
    `SELECT DISTINCT department_id AS "departmentId" FROM role_grant WHERE officer_id = $1 AND department_id IS NOT NULL`,
    [officerId],
  );
  return rows.map(({ departmentId }) => departmentId);
}

/** Whether the officer, with an account, has any role in the department. */
export async function isOnStaff(manager: EntityManager, officerId: string, departmentId: string): Promise<boolean> {
  const grants: unknown[] = await manager.query(
    `SELECT 1 FROM role_grant g JOIN officer o ON o.id = g.officer_id
     WHERE o.id = $1 AND o.is_active AND g.department_id = $2 LIMIT 1`,
    [officerId, departmentId],
  );
  return grants.length > 0;
}

const COLLEAGUES = `
  SELECT o.id, o.name FROM officer o WHERE o.is_active AND o.id <> $1 AND EXISTS (
    SELECT 1 FROM role_grant mine JOIN role_grant theirs ON theirs.department_id = mine.department_id
    WHERE mine.officer_id = $1 AND mine.role = 'officer' AND theirs.officer_id = o.id AND theirs.role = 'officer')
  ORDER BY o.name, o.id`;

/** Who may stand in for an officer: who answers in one of the same departments. */
export function colleaguesOf(manager: EntityManager, officerId: string): Promise<{ id: string; name: string }[]> {
  return manager.query(COLLEAGUES, [officerId]);
}
