import { OperatorProblem } from '../../operator-problem.js';
import { type Account, runProgram } from '../run-program.js';

const NAME = 'answerable';

/** PostgreSQL refuses to run as root: there it gets a system account of its own. Elsewhere undefined: ours will do. */
export async function postgresAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  return (await find(NAME)) ?? (await create()) ?? (await find('postgres')) ?? giveUp();
}

/** Whether the account can get at the file or folder through all the folders above it. */
export async function canReach(account: Account | undefined, path: string): Promise<boolean> {
  if (!account) return true;
  const { code } = await runProgram('/bin/sh', ['-c', 'test -r "$0" && test -x "$0"', path], account);
  return code === 0;
}

async function find(name: string): Promise<Account | undefined> {
  const uid = await runProgram('id', ['-u', name]);
  const gid = await runProgram('id', ['-g', name]);
  if (uid.code !== 0 || gid.code !== 0) return undefined;
  return { uid: Number.parseInt(uid.output, 10), gid: Number.parseInt(gid.output, 10) };
}

async function create(): Promise<Account | undefined> {
  await runProgram('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME]);
  const made = await find(NAME);
  if (made) return made;
  await runProgram('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', NAME]);
  return find(NAME);
}

function giveUp(): never {
  throw new OperatorProblem(
    `PostgreSQL refuses to run as root and no system account "${NAME}" could be made for it: run this as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.`,
  );
}
