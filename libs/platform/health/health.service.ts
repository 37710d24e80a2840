import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import type { Runtime } from '../runtime.js';
import { RUNTIME } from '../tokens.js';

export interface Health {
  /** `degraded`: it serves, but what hangs on the dependency that is down waits. */
  status: 'ready' | 'degraded' | 'down';
  dependencies: Record<string, 'up' | 'down'>;
}

const PATIENCE_MS = 1_500;

/** Asks each dependency now. PostgreSQL down is down; Redis down only delays, because events wait in their outbox. */
@Injectable()
export class HealthService implements OnApplicationShutdown {
  private readonly redis: Redis | undefined;

  constructor(
    @Inject(RUNTIME) runtime: Runtime,
    private readonly dataSource: DataSource,
  ) {
    const url = runtime.config.REDIS_URL;
    if (!url) return;
    this.redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, lazyConnect: true });
    this.redis.on('error', () => undefined);
    void this.redis.connect().catch(() => undefined);
  }

  async check(): Promise<Health> {
    const { redis } = this;
    const dependencies: Health['dependencies'] = {
      postgres: await answers(() => this.dataSource.query('SELECT 1')),
      ...(redis && { redis: await answers(() => redis.ping()) }),
    };
    if (dependencies.postgres === 'down') return { status: 'down', dependencies };
    return { status: dependencies.redis === 'down' ? 'degraded' : 'ready', dependencies };
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }
}

async function answers(ask: () => Promise<unknown>): Promise<'up' | 'down'> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
  });
  try {
    await Promise.race([ask(), tooLate]);
    return 'up';
  } catch {
    return 'down';
  } finally {
    clearTimeout(timer);
  }
}
