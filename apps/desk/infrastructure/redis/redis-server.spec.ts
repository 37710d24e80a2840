import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findTestRedisProgram } from '../../../../test/support/redis-program.js';
import { temporaryFolder } from '../../../../test/support/temporary-folder.js';
import { askRedis } from './ask-redis.js';
import { findRedisProgram, isRecentEnough } from './redis-program.js';
import { isRedisRunning, startRedis, stopRedis } from './redis-server.js';

const program = await findTestRedisProgram();
const itWithRedis = program ? it : it.skip;

describe('finding a Redis', () => {
  it('passes over one that is too old for BullMQ and takes the Valkey behind it', async () => {
    const folder = programsIn({
      'redis-server': 'Redis server v=6.0.16 sha=00000000:0',
      'valkey-server': 'Valkey server v=8.0.1 sha=0',
    });
    expect(await findRedisProgram(folder)).toEqual({
      path: join(folder, 'valkey-server'),
      name: 'Valkey',
      version: '8.0.1',
    });
  });

  it('finds nothing where there is nothing that runs', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'redis-server'));
    expect(await findRedisProgram(`${folder}:/nowhere`)).toBeUndefined();
  });

  it.each([
    ['6.2.0', true],
    ['6.0.16', false],
    ['7.0', true],
    ['10.1.2', true],
  ])('says of %s that it is recent enough: %s', (version, answer) => {
    expect(isRecentEnough(version)).toBe(answer);
  });
});

describe('the Redis of this checkout', () => {
  itWithRedis('evicts nothing, writes everything down and wants a password', async () => {
    const { url, stop } = await running();
    expect(await askRedis(url, ['CONFIG', 'GET', 'maxmemory-policy'])).toBe('maxmemory-policy,noeviction');
    expect(await askRedis(url, ['CONFIG', 'GET', 'appendonly'])).toBe('appendonly,yes');
    expect(await askRedis(url.replace(/:[^:@]+@/, ':guess@'), ['PING'])).toBeUndefined();
    await stop();
  });

  itWithRedis(
    'is used again when a killed start left it running, and keeps its data and address when it is not',
    async () => {
      const { url, folder, again } = await running();
      await askRedis(url, ['SET', 'kept', 'yes']);
      expect((await again()).wasRunning).toBe(true);
      await stopRedis(folder);
      expect(isRedisRunning(folder)).toBe(false);
      const later = await again();
      expect(later).toMatchObject({ wasRunning: false, url });
      expect(await askRedis(later.url, ['GET', 'kept'])).toBe('yes');
      await stopRedis(folder);
    },
  );

  itWithRedis('starts without its file when that is damaged: all in it can be made again', async () => {
    const { folder, again } = await running();
    await stopRedis(folder);
    writeFileSync(join(folder, 'appendonlydir', 'appendonly.aof.manifest'), 'garbage');
    expect(await askRedis((await again()).url, ['PING'])).toBe('PONG');
    await stopRedis(folder);
  });
});

async function running() {
  if (!program) throw new Error('there is no Redis');
  const folder = temporaryFolder();
  const again = () => startRedis(program, folder);
  const { url } = await again();
  return { url, folder, again, stop: () => stopRedis(folder) };
}

function programsIn(answers: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, answer] of Object.entries(answers)) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho "${answer}"\n`, { mode: 0o755 });
  }
  return folder;
}
