import { ConfigError, loadConfig } from '#contracts/config.js';
import { Clock } from './clock.js';
import { createLog, type Log } from './log/log.js';
import { newDoorbell } from './realtime/new-doorbell.js';
import type { Running, Runtime } from './runtime.js';

/** What a process does when it is told to stop, in time for its supervisor's patience. */
const STOP_WITHIN_MS = 15_000;

/**
 * The life of one process: configuration, start, a graceful stop on SIGTERM, SIGINT or when its launcher is gone. When
 * it cannot start it says why in one sentence and exits with 1.
 */
export async function runProcess(name: string, start: (runtime: Runtime) => Promise<Running>): Promise<void> {
  const log = createLog({ level: process.env.LOG_LEVEL || 'info', process: name });
  try {
    const config = loadConfig(process.env);
    const doorbell = newDoorbell(config, log);
    const running = await start({ config, clock: new Clock(), log, doorbell });
    log.info({ url: running.url }, 'ready');
    stopWhenTold(log, async () => {
      await running.close();
      await doorbell.close();
    });
  } catch (error) {
    process.stderr.write(`${name} cannot start: ${sentenceOf(error)}\n`);
    if (!(error instanceof ConfigError)) log.debug({ err: error }, 'cannot start');
    process.exit(1);
  }
}

function stopWhenTold(log: Log, stop: () => Promise<void>): void {
  let isStopping = false;
  const once = async (why: string) => {
    if (isStopping) return;
    isStopping = true;
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await stop().catch((error: unknown) => log.error({ err: error }, 'stopping failed'));
    process.exit(0);
  };
  process.on('SIGTERM', () => void once('SIGTERM'));
  process.on('SIGINT', () => void once('SIGINT'));
  process.on('disconnect', () => void once('the launcher is gone'));
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE' && 'port' in error) return `port ${String(error.port)} is taken by another program.`;
  if (code === 'ECONNREFUSED') return 'PostgreSQL (DATABASE_URL) does not answer.';
  return error.message;
}
