import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { diskFull, isDiskFull, OperatorProblem } from '../../operator-problem.js';
import { freePort } from '../free-port.js';
import { identityOf, isStillRunning } from '../process-identity.js';
import { askRedis } from './ask-redis.js';
import type { RedisProgram } from './redis-program.js';
import { type RedisRecord, readRedisRecord, redisUrl, writeRedisRecord } from './redis-record.js';

const START_MS = 30_000;
const STOP_MS = 10_000;

export interface RedisServer {
  url: string;
  pid: number;
  wasRunning: boolean;
}

/** Starts a server of our own on loopback with a password, append-only file and noeviction; one left by a killed start is used again. */
export async function startRedis(program: RedisProgram, folder: string): Promise<RedisServer> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const record = readRedisRecord(folder);
  if (record && (await isOurs(record))) return { url: redisUrl(record), pid: record.process.pid, wasRunning: true };
  const started = (await launch(program, folder, record)) ?? (await launchWithoutData(program, folder, record));
  return { url: redisUrl(started), pid: started.process.pid, wasRunning: false };
}

/** Lets it write its file to the end; the server is gone when this returns. */
export async function stopRedis(folder: string): Promise<void> {
  const record = readRedisRecord(folder);
  if (!record || !isStillRunning(record.process)) return;
  process.kill(record.process.pid, 'SIGTERM');
  const deadline = Date.now() + STOP_MS;
  while (isStillRunning(record.process)) {
    if (Date.now() > deadline) process.kill(record.process.pid, 'SIGKILL');
    await pause(20);
  }
}

export function isRedisRunning(folder: string): boolean {
  const record = readRedisRecord(folder);
  return record !== undefined && isStillRunning(record.process);
}

export function killRedis(folder: string): void {
  const record = readRedisRecord(folder);
  if (record && isStillRunning(record.process)) process.kill(record.process.pid, 'SIGKILL');
}

async function isOurs(record: RedisRecord): Promise<boolean> {
  return isStillRunning(record.process) && (await askRedis(redisUrl(record), ['PING'])) === 'PONG';
}

/** Everything in Redis can be made again from PostgreSQL, so a damaged file is put aside rather than a reason not to start. */
async function launchWithoutData(program: RedisProgram, folder: string, last?: RedisRecord): Promise<RedisRecord> {
  const data = join(folder, 'appendonlydir');
  const said = lastWords(folder);
  if (isDiskFull(said)) throw diskFull(folder);
  if (existsSync(data)) renameSync(data, `${data}.damaged-${Date.now()}`);
  const record = await launch(program, folder, last);
  if (record) return record;
  throw new OperatorProblem(`${program.path} does not start: ${said} (its log is ${join(folder, 'server.log')}).`);
}

async function launch(program: RedisProgram, folder: string, last?: RedisRecord): Promise<RedisRecord | undefined> {
  const port = await freePort(last?.port);
  const password = last?.password ?? randomBytes(24).toString('base64url');
  writeFileSync(join(folder, 'redis.conf'), configuration(folder, port, password), { mode: 0o600 });
  const log = openSync(join(folder, 'server.log'), 'w');
  // Detached: Ctrl-C reaches every process of the terminal, and Redis has to go after those that use it.
  const child = spawn(program.path, [join(folder, 'redis.conf')], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  if (!child.pid) return undefined;
  const record = { port, password, process: identityOf(child.pid) };
  writeRedisRecord(folder, record);
  return (await becomesReady(child, record)) ? record : undefined;
}

async function becomesReady(child: ChildProcess, record: RedisRecord): Promise<boolean> {
  const deadline = Date.now() + START_MS;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    if ((await askRedis(redisUrl(record), ['PING'])) === 'PONG') return true;
    await pause(20);
  }
  child.kill('SIGKILL');
  return false;
}

function configuration(folder: string, port: number, password: string): string {
  return [
    `port ${port}`,
    'bind 127.0.0.1',
    `requirepass ${password}`,
    `dir ${JSON.stringify(folder)}`,
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction',
    '',
  ].join('\n');
}

function lastWords(folder: string): string {
  const log = readFileSync(join(folder, 'server.log'), 'utf8').trim();
  const complaints = log.split('\n').filter((line) => /fatal|error|bad file|can't|no space/i.test(line));
  return complaints.at(-1)?.replace(/^\S+ .*? [#*] /, '') ?? 'it gave no reason';
}
