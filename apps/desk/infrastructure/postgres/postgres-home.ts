import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OperatorProblem } from '../../operator-problem.js';
import type { Account } from '../run-program.js';
import { canReach, postgresAccount } from './postgres-account.js';
import { type PostgresPrograms, postgresPrograms } from './postgres-programs.js';
import { foundInSharedFolder, sharedFolder } from './shared-folder.js';

/** One PostgreSQL of ours: its folder holds `data`, `server.json` and `server.log`. */
export interface PostgresHome {
  folder: string;
  account: Account | undefined;
  programs: PostgresPrograms;
}

/** The wanted folder, or one outside the checkout where PostgreSQL's own account cannot get at the wanted one. */
export async function postgresHome(wanted: string): Promise<PostgresHome> {
  const account = ownerOf(join(wanted, 'data')) ?? (await postgresAccount());
  const programs = await postgresPrograms(account);
  const folder = account ? await reachableFolder(account, wanted) : wanted;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) {
    chownSync(folder, account.uid, account.gid);
    chmodSync(folder, 0o700);
  }
  return { folder, account, programs };
}

/** Whether an earlier start has made a cluster; looks only. */
export function hasCluster(wanted: string): boolean {
  return existsSync(join(wanted, 'data')) || foundInSharedFolder(sharedName(wanted)) !== undefined;
}

/** Root starting what an ordinary user has begun goes on as that user. */
function ownerOf(folder: string): Account | undefined {
  const found = process.getuid?.() === 0 ? statSync(folder, { throwIfNoEntry: false }) : undefined;
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

async function reachableFolder(account: Account, wanted: string): Promise<string> {
  const parent = dirname(wanted);
  mkdirSync(parent, { recursive: true });
  const name = sharedName(wanted);
  const earlier = foundInSharedFolder(name);
  if (earlier) return earlier;
  if (await canReach(account, parent)) return wanted;
  if (existsSync(join(wanted, 'data'))) throw lockedIn(wanted);
  return join(sharedFolder(), name);
}

function sharedName(wanted: string): string {
  const hash = createHash('sha256').update(wanted).digest('hex').slice(0, 10);
  return `${basename(dirname(dirname(wanted)))}-${hash}`;
}

function lockedIn(folder: string): OperatorProblem {
  return new OperatorProblem(
    `PostgreSQL's account can no longer reach its data in ${folder}: let others pass through the folders above it again (chmod o+x).`,
  );
}
