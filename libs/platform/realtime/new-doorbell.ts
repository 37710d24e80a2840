import type { Config } from '#contracts/config.js';
import type { Log } from '../log/log.js';
import type { Doorbell } from './doorbell.js';
import { LocalDoorbell } from './local-doorbell.js';
import { RedisDoorbell } from './redis-doorbell.js';

export function newDoorbell(config: Config, log: Log): Doorbell {
  if (!config.REDIS_URL) return new LocalDoorbell();
  return new RedisDoorbell({ redisUrl: config.REDIS_URL, namespace: config.NAMESPACE, log });
}
