import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { diskFull, isDiskFull, OperatorProblem } from '../../operator-problem.js';
import { freePort } from '../free-port.js';
import { isAlive } from '../process-identity.js';
import { runProgram } from '../run-program.js';
import {
  dataOf,
  ensureCluster,
  readRecord,
  SETTINGS_FILE,
  type ServerRecord,
  SUPERUSER,
  writeRecord,
} from './postgres-cluster.js';
import type { PostgresHome } from './postgres-home.js';
import { findPostmaster, type Postmaster } from './postmaster.js';

/** After a crash the server first replays its log, which takes the longer the more was written. */
const START_SECONDS = 300;
const LARGEST_LOG_BYTES = 10_000_000;

export interface StartedPostgres {
  port: number;
  password: string;
  wasRunning: boolean;
}

/** Makes the cluster if needed and sees to it that its server runs. `settings` are lines of postgresql.conf. */
export async function startPostgres(home: PostgresHome, settings: string[] = []): Promise<StartedPostgres> {
  await ensureCluster(home);
  const record = readRecord(home);
  const found = await settled(home);
  if (found) return { ...record, port: found.port, wasRunning: true };
  return { ...(await launch(home, record, settings)), wasRunning: false };
}

/** Fast shutdown: open transactions are rolled back. The server is gone when this returns. */
export async function stopPostgres(home: PostgresHome): Promise<void> {
  const found = findPostmaster(dataOf(home));
  if (!found) return;
  const stop = (mode: string) =>
    runProgram(home.programs.pgCtl, ['stop', '-D', dataOf(home), '-m', mode, '-w', '-t', '30'], home.account);
  if ((await stop('fast')).code !== 0) await stop('immediate');
  if (isAlive(found.pid)) process.kill(found.pid, 'SIGKILL');
}

/** Without waiting and without a checkpoint; nothing that was committed is lost. */
export function killPostgres(home: PostgresHome): void {
  const found = findPostmaster(dataOf(home));
  if (found) process.kill(found.pid, 'SIGQUIT');
}

export function isPostgresRunning(home: PostgresHome): boolean {
  return findPostmaster(dataOf(home)) !== undefined;
}

export function databaseUrl(server: StartedPostgres, database: string): string {
  return `postgres://${SUPERUSER}:${server.password}@127.0.0.1:${server.port}/${database}`;
}

/** A server left by a killed start may still be starting or already stopping: waits until it is the one or the other. */
async function settled(home: PostgresHome): Promise<Postmaster | undefined> {
  const deadline = Date.now() + START_SECONDS * 1000;
  let found = findPostmaster(dataOf(home));
  while (found && !found.isReady && Date.now() < deadline) {
    await pause(100);
    found = findPostmaster(dataOf(home));
  }
  if (!found || found.isReady) return found;
  throw new OperatorProblem(
    `The embedded PostgreSQL (process ${found.pid}) hangs: end it with "kill -9 ${found.pid}" and start again.`,
  );
}

async function launch(home: PostgresHome, record: ServerRecord, settings: string[]): Promise<ServerRecord> {
  const port = await freePort(record.port);
  if (port !== record.port) writeRecord(home, { ...record, port });
  configure(home, port, settings);
  const log = join(home.folder, 'server.log');
  const from = rotate(log);
  const options = ['start', '-D', dataOf(home), '-l', log, '-w', '-t', String(START_SECONDS), '-s'];
  const { code, output } = await runProgram(home.programs.pgCtl, options, home.account);
  if (code === 0) return { ...record, port };
  throw explain(home, `${output}\n${textFrom(log, from)}`);
}

/** Loopback TCP with a password and nothing else: a socket file would hit the path limit of 107 characters. */
function configure(home: PostgresHome, port: number, settings: string[]): void {
  const lines = [`port = ${port}`, `listen_addresses = '127.0.0.1'`, `unix_socket_directories = ''`, ...settings];
  writeFileSync(join(dataOf(home), SETTINGS_FILE), `${lines.join('\n')}\n`);
}

function explain(home: PostgresHome, output: string): OperatorProblem {
  if (isDiskFull(output)) return diskFull(home.folder);
  const cause = output
    .split('\n')
    .filter((line) => /FATAL|PANIC|could not/.test(line))
    .at(-1);
  const log = join(home.folder, 'server.log');
  return new OperatorProblem(
    `The embedded PostgreSQL does not start: ${cause?.replace(/^.*?(FATAL|PANIC): */, '') ?? 'it gave no reason'} (its log is ${log}).`,
  );
}

function rotate(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LARGEST_LOG_BYTES) return size;
  renameSync(log, `${log}.1`);
  return 0;
}

function textFrom(log: string, from: number): string {
  if (!existsSync(log)) return '';
  const file = openSync(log, 'r');
  const bytes = Buffer.alloc(Math.max(0, Math.min(fstatSync(file).size - from, 100_000)));
  readSync(file, bytes, 0, bytes.length, from);
  closeSync(file);
  return bytes.toString();
}
