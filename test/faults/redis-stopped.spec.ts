import { describe, it } from '@jest/globals';
import { findTestRedisProgram } from '../support/redis-program.js';
import { liveThrough } from './redis-outage.js';

const redisIsToBeHad = (await findTestRedisProgram()) !== undefined;
if (!redisIsToBeHad) console.warn('No Redis program found: what happens when it stops is not tried.');

describe('Redis stops for ten seconds under load', () => {
  (redisIsToBeHad ? it : it.skip)(
    'killed: every message is taken, the console knows, and afterwards all is screened and assigned once',
    () => liveThrough({ begin: (redis) => redis.kill(), end: (redis) => redis.restart() }),
    90_000,
  );
});
