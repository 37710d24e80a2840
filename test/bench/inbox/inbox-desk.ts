import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#database/data-source.js';
import { RoleGrantRow } from '#database/entities/role-grant.entity.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../support/build.js';
import { fillDesk } from './fill-desk.js';

const DEPARTMENTS = 12;
const OFFICERS = 24;

export interface InboxDesk {
  /** Of the officer who looks. */
  email: string;
  departmentIds: string[];
}

/** A desk that has run for years: a dozen departments, and an officer who works in three of them. */
export async function inboxDesk(databaseUrl: string, conversations: number): Promise<InboxDesk> {
  const dataSource = await createDataSource({ url: databaseUrl, poolSize: 2 }).initialize();
  try {
    const departmentIds: string[] = [];
    for (let n = 0; n < DEPARTMENTS; n += 1) departmentIds.push((await buildDepartment(dataSource)).id);
    const officerIds = await buildOfficers(dataSource, departmentIds);
    const { id: channelId } = await buildChannel(dataSource);
    await fillDesk(dataSource, { conversations, departmentIds, officerIds, channelId });
    return await officerOfThree(dataSource, departmentIds);
  } finally {
    await dataSource.destroy();
  }
}

async function buildOfficers(dataSource: DataSource, departmentIds: readonly string[]): Promise<string[]> {
  const officerIds: string[] = [];
  for (let n = 0; n < OFFICERS; n += 1) {
    const officer = await buildOfficer(dataSource, { id: randomUUID() });
    const departmentId = departmentIds[n % departmentIds.length] ?? null;
    await dataSource.getRepository(RoleGrantRow).update({ officerId: officer.id }, { departmentId });
    officerIds.push(officer.id);
  }
  return officerIds;
}
