import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProgram } from '../run-program.js';

export interface RedisProgram {
  path: string;
  name: 'Redis' | 'Valkey';
  version: string;
}

const OLDEST = [6, 2];
const NAMES = { 'redis-server': 'Redis', 'valkey-server': 'Valkey' } as const;

/** The first redis-server or valkey-server on the path that is new enough for BullMQ, if any. */
export async function findRedisProgram(searchPath = process.env.PATH ?? ''): Promise<RedisProgram | undefined> {
  for (const [file, name] of Object.entries(NAMES)) {
    for (const folder of searchPath.split(delimiter).filter(Boolean)) {
      const program = await tryOut(join(folder, file), name);
      if (program) return program;
    }
  }
  return undefined;
}

async function tryOut(path: string, name: RedisProgram['name']): Promise<RedisProgram | undefined> {
  if (!isExecutable(path)) return undefined;
  const { code, output } = await runProgram(path, ['--version']);
  const version = /\bv=(\d+\.\d+[.\d]*)/.exec(output)?.[1];
  return code === 0 && version && isRecentEnough(version) ? { path, name, version } : undefined;
}

export function isRecentEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = OLDEST;
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

function isExecutable(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
