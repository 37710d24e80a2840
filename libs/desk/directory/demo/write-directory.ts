import { hash } from '@node-rs/argon2';
import { In } from 'typeorm';
import { Channel } from '#database/entities/channel.entity.js';
import { DeadlinePolicyVersion } from '#database/entities/deadline-policy-version.entity.js';
import { Department } from '#database/entities/department.entity.js';
import { Officer } from '#database/entities/officer.entity.js';
import { Official } from '#database/entities/official.entity.js';
import { RoleGrantRow } from '#database/entities/role-grant.entity.js';
import type { Tx } from '#database/transaction.js';
import { generalAnswerHours } from '#domain/deadlines/deadline-policy.js';
import { DEADLINE_PRESETS } from '#domain/deadlines/deadline-presets.js';
import type { Role } from '#domain/identity/roles.js';
import { demoId } from './demo-id.js';
import { DEMO_DEPARTMENTS } from './departments.js';
import { DEMO_OFFICERS, DEMO_PASSWORD, type DemoOfficer } from './officers.js';
import { writeCalendar } from './write-calendar.js';

/** The channel of the press centre's own form. */
const WEB = 'web';
const POLICY = DEADLINE_PRESETS.nantong;

export interface DemoDirectory {
  webChannelId: string;
  departments: Map<string, Department>;
}

/** The web channel, departments with their officials, officers with their roles; departments that are there already stay as they are. */
export async function writeDirectory(tx: Tx, now: Date): Promise<DemoDirectory> {
  await tx.query('INSERT INTO channel (id, slug, kind, name) VALUES ($1, $2, $2, $3) ON CONFLICT (slug) DO NOTHING', [
    demoId('channel', WEB),
    WEB,
    'Press centre',
  ]);
  const departments = await writeDepartments(tx, now);
  await writeCalendar(tx, now);
  await writeOfficers(tx, { departments, now });
  const { id } = await tx.findOneByOrFail(Channel, { slug: WEB });
  return { webChannelId: id, departments };
}

async function writeDepartments(tx: Tx, now: Date): Promise<Map<string, Department>> {
  const rows = DEMO_DEPARTMENTS.map(({ slug, referencePrefix, name }) => ({
    id: demoId('department', slug),
    slug,
    referencePrefix,
    nameEn: name.en,
    nameZh: name.zh,
    timeZone: 'Asia/Shanghai',
    answerWithinHours: generalAnswerHours(POLICY),
    createdAt: now,
  }));
  await tx.createQueryBuilder().insert().into(Department).values(rows).orIgnore().execute();
  await writePolicies(
    tx,
    rows.map(({ id }) => id),
    now,
  );
  const departments = new Map((await tx.find(Department)).map((row) => [row.slug, row]));
  const officials = DEMO_DEPARTMENTS.map(({ slug, official: { name, title } }) => ({
    id: demoId('official', slug),
    departmentId: departmentIn(departments, slug).id,
    nameEn: name.en,
    nameZh: name.zh,
    titleEn: title.en,
    titleZh: title.zh,
  }));
  await tx.insert(Official, officials);
  return departments;
}

/** Departments that were there already keep what they promised. */
async function writePolicies(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  const made = await tx.find(Department, { select: { id: true }, where: { id: In(ids) } });
  const why = 'What Nantong asked of its government microblogs in 2011';
  const rows = made.map(({ id }) => ({
    ...{ departmentId: id, version: 1, policy: POLICY, why, createdBy: null, createdAt: now },
  }));
  await tx.createQueryBuilder().insert().into(DeadlinePolicyVersion).values(rows).orIgnore().execute();
}

async function writeOfficers(
  tx: Tx,
  { departments, now }: { departments: Map<string, Department>; now: Date },
): Promise<void> {
  const passwordHash = await hash(DEMO_PASSWORD);
  const rows = DEMO_OFFICERS.map(({ email, name, capacity }) => ({
    id: demoId('officer', email),
    email,
    name,
    capacity,
    passwordHash,
    createdAt: now,
  }));
  await tx.insert(Officer, rows);
  await tx.insert(
    RoleGrantRow,
    DEMO_OFFICERS.flatMap((officer) => grantsOf(officer, departments)),
  );
}

function grantsOf({ email, roles }: DemoOfficer, departments: Map<string, Department>): RoleGrantRow[] {
  const officerId = demoId('officer', email);
  return Object.entries(roles).flatMap(([name, slugs]): RoleGrantRow[] => {
    const role = name as Role;
    if (slugs === null) return [{ officerId, role, departmentId: null }];
    return slugs.map((slug) => ({ officerId, role, departmentId: departmentIn(departments, slug).id }));
  });
}

export function departmentIn(departments: Map<string, Department>, slug: string): Department {
  const department = departments.get(slug);
  if (!department) throw new Error(`the demo names no department ${slug}`);
  return department;
}
