import type { DataSource } from 'typeorm';
import type { Department } from '#database/entities/department.entity.js';
import type { Report } from '#database/entities/report.entity.js';
import type { Actor } from '#domain/identity/roles.js';
import type { ReadableDepartments } from '../../conversations/readable-departments.js';

export interface ReportReader {
  name: string;
  email: string;
  /** Those of the report that the officer supervises at this moment. */
  departments: Department[];
}

export type ToldReport = Pick<
  Report,
  'id' | 'officerId' | 'departmentIds' | 'measures' | 'clock' | 'rhythm' | 'timeZone' | 'language'
>;

/** Null where the report was ended. */
export async function reportToTell(dataSource: DataSource, id: string): Promise<ToldReport | null> {
  const [report]: ToldReport[] = await dataSource.query(
    `SELECT id, officer_id AS "officerId", department_ids AS "departmentIds", measures, clock, rhythm,
       time_zone AS "timeZone", language FROM report WHERE id = $1 AND ended_at IS NULL`,
    [id],
  );
  return report ?? null;
}

const READER = `
  SELECT o.name, o.email, coalesce(json_agg(json_build_object('role', g.role, 'departmentId', g.department_id))
    FILTER (WHERE g.role IS NOT NULL), '[]') AS grants
  FROM officer o LEFT JOIN role_grant g ON g.officer_id = o.id WHERE o.id = $1 AND o.is_active GROUP BY o.id`;

/** Null where nothing of it may be read any more: no longer on staff, or no longer supervising there. */
export async function reportReader(
  dataSource: DataSource,
  departments: ReadableDepartments,
  { officerId, departmentIds }: Pick<Report, 'officerId' | 'departmentIds'>,
): Promise<ReportReader | null> {
  const [officer]: { name: string; email: string; grants: Actor['grants'] }[] = await dataSource.query(READER, [
    officerId,
  ]);
  if (!officer) return null;
  const supervised = await departments.of({ officerId, grants: officer.grants }, ['supervisor', 'administrator']);
  const told = supervised.filter(({ id }) => departmentIds.length === 0 || departmentIds.includes(id));
  if (told.length === 0) return null;
  return { name: officer.name, email: officer.email, departments: told };
}
