import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { diskFull, isDiskFull, OperatorProblem } from '../../operator-problem.js';
import { freePort } from '../free-port.js';
import { runProgram } from '../run-program.js';
import type { PostgresHome } from './postgres-home.js';

export const SUPERUSER = 'answerable';
/** Written anew at each start; what somebody sets by ALTER SYSTEM wins over it. */
export const SETTINGS_FILE = 'answerable.conf';

/** Kept beside the data: the port stays the same from start to start where it is free. */
export interface ServerRecord {
  port: number;
  password: string;
}

export function dataOf(home: PostgresHome): string {
  return join(home.folder, 'data');
}

/** Makes the cluster where there is none. One whose making broke off was never renamed to `data` and is made anew. */
export async function ensureCluster(home: PostgresHome): Promise<void> {
  if (existsSync(join(dataOf(home), 'PG_VERSION'))) return;
  const incoming = join(home.folder, 'data.incoming');
  rmSync(incoming, { recursive: true, force: true });
  if (existsSync(dataOf(home))) throw incomplete(home);
  const record = { port: await freePort(), password: randomBytes(24).toString('base64url') };
  await initialise(home, incoming, record.password);
  writeRecord(home, record);
  renameSync(incoming, dataOf(home));
}

function incomplete(home: PostgresHome): OperatorProblem {
  return new OperatorProblem(
    `${dataOf(home)} is not a complete PostgreSQL data folder: put back what is missing, or move it away to begin with an empty desk.`,
  );
}

export function readRecord(home: PostgresHome): ServerRecord {
  try {
    return JSON.parse(readFileSync(recordPath(home), 'utf8')) as ServerRecord;
  } catch {
    throw new OperatorProblem(
      `${recordPath(home)} with the password of the embedded PostgreSQL is gone or damaged: put it back, or remove ${home.folder} to begin with an empty desk.`,
    );
  }
}

export function writeRecord(home: PostgresHome, record: ServerRecord): void {
  const incoming = `${recordPath(home)}.incoming`;
  writeFileSync(incoming, JSON.stringify(record), { mode: 0o600 });
  renameSync(incoming, recordPath(home));
}

/** `C.UTF-8` from PostgreSQL itself, not from the system: the same order of texts on every machine. */
async function initialise(home: PostgresHome, folder: string, password: string): Promise<void> {
  const passwordFile = join(home.folder, 'password.incoming');
  mkdirSync(home.folder, { recursive: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (home.account) chownSync(passwordFile, home.account.uid, home.account.gid);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const signIn = [`--username=${SUPERUSER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const { code, output } = await runProgram(home.programs.initdb, ['-D', folder, ...locale, ...signIn], home.account);
  rmSync(passwordFile, { force: true });
  if (code === 0) return appendFileSync(join(folder, 'postgresql.conf'), `\ninclude_if_exists = '${SETTINGS_FILE}'\n`);
  rmSync(folder, { recursive: true, force: true });
  if (isDiskFull(output)) throw diskFull(home.folder);
  throw new OperatorProblem(
    `PostgreSQL could not set up its data in ${home.folder}: ${output.trim().split('\n').at(-1)}`,
  );
}

function recordPath(home: PostgresHome): string {
  return join(home.folder, 'server.json');
}
