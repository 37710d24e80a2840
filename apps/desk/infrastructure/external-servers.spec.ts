import { describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '../../../test/support/postgres.js';
import { testRedisUrl } from '../../../test/support/redis.js';
import { checkDatabaseUrl } from './external-postgres.js';
import { checkRedisUrl } from './external-redis.js';
import { freePort } from './free-port.js';

const SECRET = 'do-not-print-me';

describe('a wrong DATABASE_URL', () => {
  it.each([
    [
      'where nothing listens',
      async () => `postgres://desk:${SECRET}@127.0.0.1:${await freePort()}/desk`,
      'nothing answers',
    ],
    ['with a wrong password', async () => withPassword((await database()).url), 'password in it is wrong'],
    [
      'of a database that does not exist',
      async () => (await database()).url.replace(/\/[^/]+$/, '/nowhere'),
      'does not exist',
    ],
    ['of another kind', async () => `mysql://desk:${SECRET}@127.0.0.1/desk`, 'has the form'],
  ])('%s is named in one sentence without its value', async (_, url, reason) => {
    const sentence = await checkDatabaseUrl(await url()).then(String, (error: Error) => error.message);
    expect(sentence).toMatch(/^DATABASE_URL [^\n]*\.$/);
    expect(sentence).toContain(reason);
    expect(sentence).not.toContain(SECRET);
  });
});

describe('a wrong REDIS_URL', () => {
  it('where nothing listens is named in one sentence without its value', async () => {
    const refusal = checkRedisUrl(`redis://:${SECRET}@127.0.0.1:${await freePort()}`);
    await expect(refusal).rejects.toThrow(/^REDIS_URL cannot be used: nothing answers [^\n]*\.$/);
  });

  const itWithRedis = testRedisUrl() ? it : it.skip;
  itWithRedis('with a wrong password is named in one sentence without its value', async () => {
    const sentence = await checkRedisUrl(withPassword(testRedisUrl() ?? '')).then(
      String,
      (error: Error) => error.message,
    );
    expect(sentence).toBe('REDIS_URL cannot be used: the user or the password in it is wrong.');
  });
});

const made: Promise<{ url: string }>[] = [];

function database(): Promise<{ url: string }> {
  made[0] ??= createTestDatabase();
  return made[0];
}

function withPassword(url: string): string {
  return url.replace(/:[^:@/]+@/, `:${SECRET}@`);
}
