import type { DataSource } from 'typeorm';
import { createDataSource } from '#database/data-source.js';
import type { Department } from '#database/entities/department.entity.js';
import { RoleGrantRow } from '#database/entities/role-grant.entity.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../support/build.js';
import { fillDesk } from './fill-desk.js';

const DEPARTMENTS = 12;
const OFFICERS_EACH = 2;

export interface InboxDesk {
  /** Of the officer who looks. */
  email: string;
  /** In which that officer works. */
  departmentIds: string[];
}

/** A desk that has run for years: a dozen departments, and an officer who works in three of them. */
export async function inboxDesk(databaseUrl: string, conversations: number): Promise<InboxDesk> {
  const dataSource = await createDataSource({ url: databaseUrl, poolSize: 2 }).initialize();
  try {
    const departments: Department[] = [];
    for (let n = 0; n < DEPARTMENTS; n += 1) departments.push(await buildDepartment(dataSource));
    const officerIds = await buildOfficers(dataSource, departments);
    const { id: channelId } = await buildChannel(dataSource);
    const departmentIds = departments.map((department) => department.id);
    await fillDesk(dataSource, { conversations, departmentIds, officerIds, channelId });
    return await officerOfThree(dataSource, departments.slice(0, 3));
  } finally {
    await dataSource.destroy();
  }
}

/** So ordered that the officers of department n stand at n, n + DEPARTMENTS, ... */
async function buildOfficers(dataSource: DataSource, departments: readonly Department[]): Promise<string[]> {
  const officerIds: string[] = [];
  for (let round = 0; round < OFFICERS_EACH; round += 1) {
    for (const department of departments) officerIds.push((await buildOfficer(dataSource, { department })).id);
  }
  return officerIds;
}

async function officerOfThree(dataSource: DataSource, departments: readonly Department[]): Promise<InboxDesk> {
  const [first, ...others] = departments;
  if (!first) throw new Error('a desk has departments');
  const { id: officerId, email } = await buildOfficer(dataSource, { department: first });
  const grants = others.map(({ id: departmentId }) => ({ officerId, role: 'officer' as const, departmentId }));
  await dataSource.getRepository(RoleGrantRow).insert(grants);
  return { email, departmentIds: departments.map((department) => department.id) };
}
