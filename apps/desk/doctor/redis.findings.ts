import { checkRedisUrl } from '../infrastructure/external-redis.js';
import { findRedisProgram } from '../infrastructure/redis/redis-program.js';
import type { Finding } from './examination.js';

export async function redisFindings(): Promise<Finding[]> {
  const given = process.env.REDIS_URL;
  if (given) {
    const { version, warning } = await checkRedisUrl(given);
    if (warning) return [{ state: 'bad', text: warning }];
    return [{ state: 'good', text: `Redis ${version} (REDIS_URL)` }];
  }
  const program = await findRedisProgram();
  if (program)
    return [{ state: 'good', text: `${program.name} ${program.version} (${program.path}), started by npm start` }];
  return [{ state: 'remark', text: 'No Redis 6.2 or newer: jobs run on PostgreSQL and everything in one process' }];
}
