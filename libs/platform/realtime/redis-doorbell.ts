import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import { Server } from 'socket.io';
import { RING_EVENT, type Ring } from '#contracts/realtime.js';
import type { Log } from '../log/log.js';
import type { Doorbell } from './doorbell.js';

/** Through Redis streams: N api processes, N workers, every console is reached whichever process it is connected to. */
export class RedisDoorbell implements Doorbell {
  private readonly redis: Redis;
  private readonly adapter: ReturnType<typeof createAdapter>;
  private readonly listeners: ((isUp: boolean) => void)[] = [];
  private server: Server | undefined;
  private wasUp = true;

  constructor(options: { redisUrl: string; namespace: string; log: Log }) {
    this.redis = new Redis(options.redisUrl, {
      maxRetriesPerRequest: null,
      retryStrategy: (times) => Math.min(times * 100, 1_000),
    });
    this.redis.on('error', (error) => options.log.warn({ code: error.name }, 'the doorbell has no Redis'));
    this.redis.on('ready', () => this.tell());
    this.redis.on('close', () => this.tell());
    this.adapter = createAdapter(this.redis, {
      streamName: `${options.namespace}:rings`,
      channelPrefix: `${options.namespace}:sockets`,
      blockTimeInMs: 1_000,
      onlyPlaintext: true,
    });
  }

  attach(server: Server): void {
    server.adapter(this.adapter);
    this.server = server;
  }

  ring(rooms: readonly string[], ring: Ring): void {
    if (!this.isUp()) throw new Error('the doorbell has no Redis');
    this.bell()
      .to([...rooms])
      .emit(RING_EVENT, ring);
  }

  isUp(): boolean {
    return this.redis.status === 'ready';
  }

  onChange(listener: (isUp: boolean) => void): void {
    this.listeners.push(listener);
  }

  async close(): Promise<void> {
    this.listeners.length = 0;
    await this.server?.of('/').adapter.close();
    this.server = undefined;
    this.redis.disconnect();
  }

  /** A process without consoles still needs a server to speak through; it listens nowhere. */
  private bell(): Server {
    this.server ??= new Server({ adapter: this.adapter });
    return this.server;
  }

  private tell(): void {
    const isUp = this.isUp();
    if (isUp === this.wasUp) return;
    this.wasUp = isUp;
    for (const listener of this.listeners) listener(isUp);
  }
}
