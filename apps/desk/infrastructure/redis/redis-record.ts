import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessIdentity } from '../process-identity.js';

/** Kept in the folder of the data, so that a later start finds the server or its address again. */
export interface RedisRecord {
  port: number;
  password: string;
  process: ProcessIdentity;
}

export function readRedisRecord(folder: string): RedisRecord | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'redis.json'), 'utf8')) as RedisRecord;
  } catch {
    return undefined;
  }
}

export function writeRedisRecord(folder: string, record: RedisRecord): void {
  writeFileSync(join(folder, 'redis.json'), JSON.stringify(record), { mode: 0o600 });
}

export function redisUrl({ port, password }: { port: number; password: string }): string {
  return `redis://:${password}@127.0.0.1:${port}`;
}
