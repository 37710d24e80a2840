import { OperatorProblem } from '../operator-problem.js';
import { demandRedis } from './redis/ask-redis.js';
import { isRecentEnough } from './redis/redis-program.js';
import { unusableUrl } from './unusable-url.js';

/** Tries REDIS_URL before anything is started on it; throws one sentence, or answers with a warning. */
export async function checkRedisUrl(url: string): Promise<{ version: string; warning?: string }> {
  if (!/^rediss?:\/\/./.test(url)) {
    throw new OperatorProblem('REDIS_URL is not usable: it has the form redis://user:password@host:port.');
  }
  const info = await demandRedis(url, ['INFO']).catch((error) => {
    throw unusableUrl('REDIS_URL', error);
  });
  const version = /^(?:valkey|redis)_version:(\S+)/m.exec(info)?.[1] ?? '0';
  if (!isRecentEnough(version)) {
    throw new OperatorProblem(`REDIS_URL leads to Redis ${version}: Answerable needs 6.2 or newer.`);
  }
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1];
  if (policy === undefined || policy === 'noeviction') return { version };
  return { version, warning: `Redis may evict jobs (maxmemory-policy ${policy}): set it to noeviction.` };
}
