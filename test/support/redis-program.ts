import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutFolder } from '../../apps/desk/infrastructure/checkout.js';
import { findRedisProgram, type RedisProgram } from '../../apps/desk/infrastructure/redis/redis-program.js';
import { runProgram } from '../../apps/desk/infrastructure/run-program.js';

const PACKAGES = ['redis-server', 'redis-tools', 'libjemalloc2', 'liblzf1'];

/** One on the path; else one unpacked from the distribution's packages into .runtime, which needs no root (Debian, Ubuntu). */
export async function findTestRedisProgram(): Promise<RedisProgram | undefined> {
  const folder = join(checkoutFolder(), '.runtime', 'redis');
  return (await findRedisProgram()) ?? (await findRedisProgram(folder)) ?? (await unpackedInto(folder));
}

async function unpackedInto(folder: string): Promise<RedisProgram | undefined> {
  if (process.platform !== 'linux') return undefined;
  const incoming = `${folder}.${process.pid}`;
  mkdirSync(incoming, { recursive: true });
  const fetched = await shell(
    `cd "${incoming}" && apt-get download ${PACKAGES.join(' ')} && for deb in *.deb; do dpkg -x "$deb" . && rm "$deb"; done`,
  );
  if (!fetched || !existsSync(join(incoming, 'usr/bin/redis-server'))) {
    rmSync(incoming, { recursive: true, force: true });
    return undefined;
  }
  writeFileSync(join(incoming, 'redis-server'), wrapper(incoming));
  chmodSync(join(incoming, 'redis-server'), 0o755);
  if (existsSync(folder)) rmSync(incoming, { recursive: true, force: true });
  else renameSync(incoming, folder);
  return findRedisProgram(folder);
}

/** The unpacked server does not find the libraries that lie beside it by itself. */
function wrapper(folder: string): string {
  const architecture = readdirSync(join(folder, 'usr/lib')).find((name) => name.includes('-linux-')) ?? '';
  return `#!/bin/sh
here=$(dirname "$0")
LD_LIBRARY_PATH="$here/usr/lib/${architecture}" exec "$here/usr/bin/redis-server" "$@"
`;
}

async function shell(script: string): Promise<boolean> {
  return (await runProgram('/bin/sh', ['-c', script])).code === 0;
}
