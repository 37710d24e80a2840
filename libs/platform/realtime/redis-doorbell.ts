import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import { Server } from 'socket.io';
import { RING_EVENT, type Ring } from '#contracts/realtime.js';
import type { Log } from '../log/log.js';
import type { Doorbell } from './doorbell.js';

const PULSE_MS = 1_000;
/** A Redis that hangs keeps its connections open: one that does not answer for this long is taken for lost. */
const SILENCE_MS = 3_000;

/** Through Redis streams: N api processes, N workers, every console is reached whichever process it is connected to. */
export class RedisDoorbell implements Doorbell {
  private readonly redis: RememberingRedis;
  private readonly listeners: ((isUp: boolean) => void)[] = [];
  private server: Server | undefined;
  private wasUp = true;
  private readonly pulse: NodeJS.Timeout;

  constructor(private readonly options: { redisUrl: string; namespace: string; log: Log }) {
    this.redis = new RememberingRedis(options.redisUrl, {
      maxRetriesPerRequest: null,
      // The rings of one pass of the relay leave in one write.
      enableAutoPipelining: true,
      socketTimeout: SILENCE_MS,
      retryStrategy: (times) => Math.min(times * 100, 1_000),
    });
    this.redis.on('error', (error) => options.log.warn({ code: error.name }, 'the doorbell has no Redis'));
    this.redis.on('ready', () => this.tell());
    this.redis.on('close', () => this.tell());
    this.pulse = setInterval(() => this.feelPulse(), PULSE_MS);
    this.pulse.unref();
  }

  attach(server: Server): void {
    server.adapter(this.newAdapter());
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
    clearInterval(this.pulse);
    await this.server?.of('/').adapter.close();
    this.server = undefined;
    this.redis.disconnectAll();
  }

  /** A process without consoles still needs a server to speak through; it listens nowhere. */
  private bell(): Server {
    this.server ??= new Server({ adapter: this.newAdapter() });
    return this.server;
  }

  /** Opens connections of its own, so only for a server that will be closed. */
  private newAdapter(): ReturnType<typeof createAdapter> {
    return createAdapter(this.redis, {
      streamName: `${this.options.namespace}:rings`,
      channelPrefix: `${this.options.namespace}:sockets`,
      blockTimeInMs: 1_000,
      onlyPlaintext: true,
    });
  }

  /** The silence is only noticed while an answer is due. */
  private feelPulse(): void {
    if (this.isUp()) this.redis.ping().catch(() => undefined);
  }

  private tell(): void {
    const isUp = this.isUp();
    if (isUp === this.wasUp) return;
    this.wasUp = isUp;
    for (const listener of this.listeners) listener(isUp);
  }
}

/** The adapter opens connections by duplicating this one and leaves a blocking read behind; closing ends them all. */
class RememberingRedis extends Redis {
  private readonly duplicates: Redis[] = [];

  override duplicate(...options: Parameters<Redis['duplicate']>): Redis {
    const made = super.duplicate(...options);
    this.duplicates.push(made);
    return made;
  }

  disconnectAll(): void {
    for (const connection of [...this.duplicates, this]) connection.disconnect();
  }
}
