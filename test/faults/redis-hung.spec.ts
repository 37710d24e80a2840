import { describe, it } from '@jest/globals';
import { findTestRedisProgram } from '../support/redis-program.js';
import { liveThrough } from './redis-outage.js';

const redisIsToBeHad = (await findTestRedisProgram()) !== undefined;
if (!redisIsToBeHad) console.warn('No Redis program found: what happens when it hangs is not tried.');

describe('Redis hangs for ten seconds under load', () => {
  (redisIsToBeHad ? it : it.skip)(
    'connections stay open and nothing answers: every message is taken, the console knows, and all is done once',
    () => liveThrough({ begin: (redis) => redis.pause(), end: (redis) => redis.resume() }),
    90_000,
  );
});
