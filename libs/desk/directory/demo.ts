import { verify } from '@node-rs/argon2';
import { In } from 'typeorm';
import { createDataSource } from '#database/data-source.js';
import { Officer } from '#database/entities/officer.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import { demoId } from './demo/demo-id.js';
import { ENGLISH_DIALOGUES } from './demo/dialogues.en.js';
import { CHINESE_DIALOGUES } from './demo/dialogues.zh.js';
import { DEMO_OFFICERS, DEMO_PASSWORD, type DemoOfficer } from './demo/officers.js';
import { writeDialogue } from './demo/write-dialogue.js';
import { writeDirectory } from './demo/write-directory.js';

export interface DemoSignIn {
  name: string;
  email: string;
  password: string;
  roles: string[];
}

/** Two starts at once: one lays it out, the other finds it. */
const SEED_LOCK = 7_203_114_002;

/**
 * Lays out a directory with officers and some dialogues where there are no officers yet; anywhere else it changes
 * nothing. The sign-ins are those of the demo that work.
 */
export async function seedDemo(databaseUrl: string): Promise<{ seeded: boolean; signIns: DemoSignIn[] }> {
  const dataSource = await createDataSource({ url: databaseUrl, poolSize: 2 }).initialize();
  try {
    const seeded = await transaction(dataSource, seedIn);
    const officers = await dataSource.getRepository(Officer).findBy({ id: In(DEMO_OFFICERS.map(idOf)) });
    return { seeded, signIns: await signInsOf(officers) };
  } finally {
    await dataSource.destroy();
  }
}

async function seedIn(tx: Tx): Promise<boolean> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [SEED_LOCK]);
  if (await tx.exists(Officer)) return false;
  const now = new Date();
  const directory = await writeDirectory(tx, now);
  const dialogues = [...CHINESE_DIALOGUES, ...ENGLISH_DIALOGUES];
  for (const [index, dialogue] of dialogues.entries()) {
    await writeDialogue(tx, { dialogue, key: `dialogue ${index}`, directory, now });
  }
  // Its events are history when they are written, and pass no relay that would have them measured.
  await tx.query('INSERT INTO unmeasured_department (department_id) SELECT id FROM department ON CONFLICT DO NOTHING');
  return true;
}

/** Without those who have left or have another password by now. They share one hash, so that one look is enough. */
async function signInsOf(officers: readonly Officer[]): Promise<DemoSignIn[]> {
  const works = new Map<string, boolean>();
  for (const hash of new Set(officers.map((officer) => officer.passwordHash))) {
    works.set(hash, await verify(hash, DEMO_PASSWORD).catch(() => false));
  }
  const canSignIn = new Set(
    officers.filter((officer) => officer.isActive && works.get(officer.passwordHash)).map((officer) => officer.id),
  );
  return DEMO_OFFICERS.filter((officer) => canSignIn.has(idOf(officer))).map((officer) => ({
    name: officer.name,
    email: officer.email,
    password: DEMO_PASSWORD,
    roles: rolesInWords(officer),
  }));
}

const idOf = (officer: DemoOfficer) => demoId('officer', officer.email);

/** Several departments are counted, not listed: the console shows which. */
function rolesInWords({ roles }: DemoOfficer): string[] {
  return Object.entries(roles).map(([role, departments]) => {
    if (departments === null) return `${role} over all`;
    return departments.length > 3 ? `${role} in every department` : `${role} in ${departments.join(' and ')}`;
  });
}
