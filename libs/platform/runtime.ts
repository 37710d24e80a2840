import type { Config } from '#contracts/config.js';
import type { Clock } from './clock.js';
import type { Log } from './log/log.js';
import type { Doorbell } from './realtime/doorbell.js';

/** What a process (or all of them in one) is made with before Nest starts. */
export interface Runtime {
  config: Config;
  clock: Clock;
  log: Log;
  doorbell: Doorbell;
}

/** A started app. */
export interface Running {
  /** Where it listens, such as `http://127.0.0.1:8081`. */
  url: string;
  close(): Promise<void>;
}
