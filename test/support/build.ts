import { createHash, randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { DataSource } from 'typeorm';
import { Channel } from '#database/entities/channel.entity.js';
import { ChannelKey } from '#database/entities/channel-key.entity.js';
import { DeadlinePolicyVersion } from '#database/entities/deadline-policy-version.entity.js';
import { Department } from '#database/entities/department.entity.js';
import { Officer } from '#database/entities/officer.entity.js';
import { Official } from '#database/entities/official.entity.js';
import { RoleGrantRow } from '#database/entities/role-grant.entity.js';
import type { DeadlinePolicy } from '#domain/deadlines/deadline-policy.js';
import { plainPolicy } from '#domain/deadlines/deadline-presets.js';
import type { Role } from '#domain/identity/roles.js';

export const PASSWORD = 'correct horse battery staple';

/** The cheapest argon2 there is: the specs sign in often and guess nothing. */
const CHEAP = { memoryCost: 1_024, timeCost: 1, parallelism: 1 };
let passwordHash: Promise<string> | undefined;

let serial = 0;
const next = () => {
  serial += 1;
  return serial;
};

export async function buildDepartment(dataSource: DataSource, fields: Partial<Department> = {}): Promise<Department> {
  const n = next();
  const department: Department = {
    id: randomUUID(),
    slug: `department-${n}`,
    referencePrefix: 'BJ',
    nameEn: `Department ${n}`,
    nameZh: `第${n}局`,
    timeZone: 'Asia/Shanghai',
    answerWithinHours: 168,
    undoSeconds: 0,
    assignmentPolicy: 'least-loaded',
    escalateAfterMinutes: 60,
    leaveGraceMinutes: 5,
    policyVersion: 1,
    calendarId: null,
    headOfficerId: null,
    createdAt: new Date(),
    ...fields,
  };
  await dataSource.getRepository(Department).insert(department);
  if (department.answerWithinHours !== null) await buildPolicy(dataSource, department);
  return department;
}

/** What the department promises: to answer everything within so many calendar hours, unless it is named. */
export async function buildPolicy(
  dataSource: DataSource,
  { id: departmentId, answerWithinHours, createdAt }: Department,
  policy: DeadlinePolicy = plainPolicy(answerWithinHours),
): Promise<void> {
  const row = { departmentId, version: 1, policy, why: 'spec', createdBy: null, createdAt };
  await dataSource.getRepository(DeadlinePolicyVersion).insert(row);
}

export interface OfficerFields extends Partial<Officer> {
  department?: Department;
  roles?: Role[];
}

/** An officer of the department (role `officer` unless others are named), present from the start. */
export async function buildOfficer(dataSource: DataSource, fields: OfficerFields = {}): Promise<Officer> {
  const { department, roles = ['officer'], ...own } = fields;
  passwordHash ??= hash(PASSWORD, CHEAP);
  const n = next();
  const officer: Officer = {
    id: randomUUID(),
    email: `officer-${n}@example.org`,
    name: `Officer ${n}`,
    passwordHash: await passwordHash,
    capacity: 10,
    isActive: true,
    isAvailable: true,
    seenAt: new Date(),
    lastAssignedAt: null,
    languages: [],
    skills: [],
    timeZone: null,
    workingHours: [],
    outFrom: null,
    outUntil: null,
    standInId: null,
    absentSince: null,
    staffingVersion: 1,
    createdAt: new Date(),
    ...own,
  };
  await dataSource.getRepository(Officer).insert(officer);
  const grants = roles.map((role) => ({
    officerId: officer.id,
    role,
    departmentId: role === 'administrator' ? null : (department?.id ?? null),
  }));
  await dataSource.getRepository(RoleGrantRow).insert(grants);
  return officer;
}

/** Roles beside those that the officer was built with. */
export async function buildGrants(
  dataSource: DataSource,
  officerId: string,
  { id: departmentId, roles }: { id: string; roles: readonly Role[] },
): Promise<void> {
  await dataSource.getRepository(RoleGrantRow).insert(roles.map((role) => ({ officerId, role, departmentId })));
}

export async function buildOfficial(
  dataSource: DataSource,
  department: Pick<Department, 'id'>,
  fields: Partial<Official> = {},
): Promise<Official> {
  const official: Official = {
    id: randomUUID(),
    departmentId: department.id,
    nameEn: 'Li Wei',
    nameZh: '李伟',
    titleEn: 'Director',
    titleZh: '局长',
    ...fields,
  };
  await dataSource.getRepository(Official).insert(official);
  return official;
}

export async function buildChannel(
  dataSource: DataSource,
  fields: Partial<Channel> = {},
): Promise<Channel & { key: string }> {
  const n = next();
  const channel: Channel = {
    id: randomUUID(),
    slug: `channel-${n}`,
    kind: 'api',
    name: `Channel ${n}`,
    createdAt: new Date(),
    ...fields,
  };
  const key = `ak_test_${channel.id}`;
  await dataSource.getRepository(Channel).insert(channel);
  await dataSource.getRepository(ChannelKey).insert({
    id: randomUUID(),
    channelId: channel.id,
    keyHash: createHash('sha256').update(key).digest(),
    label: 'spec',
    createdAt: new Date(),
    revokedAt: null,
  });
  return { ...channel, key };
}
