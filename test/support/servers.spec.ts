import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { askRedis } from '../../apps/desk/infrastructure/redis/ask-redis.js';
import { createTestDatabase } from './postgres.js';
import { startPrivateRedis, testRedisUrl } from './redis.js';

const itWithRedis = testRedisUrl() ? it : it.skip;

describe('the servers of the specs', () => {
  it('gives each spec a migrated database of its own', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    expect(one.url).not.toBe(other.url);
    const client = new pg.Client({ connectionString: one.url });
    await client.connect();
    expect((await client.query('SELECT count(*)::int AS n FROM conversation')).rows).toEqual([{ n: 0 }]);
    await client.end();
    await Promise.all([one.drop(), other.drop()]);
  });

  itWithRedis('keeps the data and the address of a private Redis through a crash', async () => {
    const redis = await startPrivateRedis();
    if (!redis) throw new Error('there is a Redis for the run, so there is one for this spec');
    await askRedis(redis.url, ['CONFIG', 'SET', 'appendfsync', 'always']);
    await askRedis(redis.url, ['SET', 'kept', 'yes']);
    await redis.kill();
    expect(await askRedis(redis.url, ['PING'])).toBeUndefined();
    await redis.restart();
    expect(await askRedis(redis.url, ['GET', 'kept'])).toBe('yes');
    await redis.stop();
  });
});
