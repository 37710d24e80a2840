import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import pg from 'pg';
import { NUDGE_CHANNEL } from '#platform/database/event-nudge.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { EventRelay, RELAY_BATCH } from './event-relay.js';

const LOOK_EVERY_MS = 250;
/** Between two looks under load: what comes in meanwhile goes on together, at a fraction of the cost. */
const GATHER_MS = 8;
const LONGEST_PAUSE_MS = 2_000;

/** Keeps the relay going: woken by a nudge, looking by itself when none comes, patient when Redis is away. */
@Injectable()
export class EventDeliveryService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private listener: pg.Client | undefined;
  private running: Promise<void> | undefined;
  private isStopping = false;
  private wake: (() => void) | undefined;
  private isNudged = false;
  private failures = 0;

  constructor(
    private readonly relay: EventRelay,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  onApplicationBootstrap(): void {
    void this.listen();
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    this.nudged();
    await this.running;
    await this.listener?.end().catch(() => undefined);
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      const delivered = await this.deliver();
      if (delivered === RELAY_BATCH) continue;
      if (delivered > 0) await pause(GATHER_MS);
      await this.pause();
    }
  }

  private async deliver(): Promise<number> {
    try {
      const delivered = await this.relay.deliver();
      this.failures = 0;
      return delivered;
    } catch (error) {
      if (this.failures === 0) this.runtime.log.warn({ err: error }, 'events wait in their outbox');
      this.failures += 1;
      return 0;
    }
  }

  private pause(): Promise<void> {
    if (this.isNudged && this.failures === 0) {
      this.isNudged = false;
      return Promise.resolve();
    }
    const milliseconds = Math.min(LOOK_EVERY_MS * (this.failures + 1), LONGEST_PAUSE_MS);
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    }).then(() => {
      this.wake = undefined;
      this.isNudged = false;
    });
  }

  private nudged(): void {
    this.isNudged = true;
    if (this.failures === 0 || this.isStopping) this.wake?.();
  }

  /** A lost listener costs a quarter of a second of latency until it is back. */
  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.runtime.config.DATABASE_URL,
      application_name: 'answerable-relay',
    });
    client.on('notification', () => this.nudged());
    client.on('error', () => undefined);
    client.on('end', () => {
      if (!this.isStopping) setTimeout(() => void this.listen(), 1_000).unref();
    });
    this.listener = client;
    await client
      .connect()
      .then(() => client.query(`LISTEN ${NUDGE_CHANNEL}`))
      .catch(() => client.end().catch(() => undefined));
  }
}
