import { Redis } from 'ioredis';

const PATIENCE_MS = 2_000;

/** One command on a connection of its own. Undefined when there is no good answer within two seconds. */
export async function askRedis(url: string, command: [string, ...string[]]): Promise<string | undefined> {
  try {
    return await demandRedis(url, command);
  } catch {
    return undefined;
  }
}

/** The same, but throws what went wrong. */
export async function demandRedis(url: string, [command, ...args]: [string, ...string[]]): Promise<string> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  // Not ioredis' commandTimeout: its timers outlive a refused connection.
  const timer = setTimeout(() => redis.disconnect(), PATIENCE_MS);
  let trouble: unknown;
  redis.on('error', (error) => {
    trouble = error;
  });
  try {
    await redis.connect();
    return String(await redis.call(command, ...args));
  } catch (error) {
    throw trouble ?? error;
  } finally {
    clearTimeout(timer);
    // On a connection that was refused this would start a timer that keeps the process from ending.
    if (redis.status !== 'end') redis.disconnect();
  }
}
