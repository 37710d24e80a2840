import type { QueryKey } from '@tanstack/react-query';
import { io, type Socket } from 'socket.io-client';
import { LIVE_PATH, READY_EVENT, RING_EVENT, ringSchema } from '#contracts/realtime.js';
import { check } from '../load/closed-load.js';
import type { ConnectionPool } from '../load/connection-pool.js';
import { requestBytes } from '../load/request.js';
import type { ConsoleRules } from './console-rules.js';

interface Shown {
  /** The query key under which it is marked stale. */
  key: QueryKey;
  path: string;
  isList: boolean;
}

/** From when to when one fetch was under way, in milliseconds since 1970. */
export interface Fetched {
  isList: boolean;
  beganAt: number;
  endedAt: number;
}

export interface WatchingConsoleOptions {
  url: string;
  cookie: string;
  rules: ConsoleRules;
  connections: ConnectionPool;
  onFailure(error: unknown): void;
}

/** An officer's browser as far as the desk feels it: rung by a real socket, it refetches by the console's own rules. */
export class WatchingConsole {
  readonly fetched: Fetched[] = [];
  private readonly limiter: ConsoleRules['RefetchLimiter']['prototype'];
  private readonly shown: readonly Shown[];
  private readonly socket: Socket;

  constructor(private readonly options: WatchingConsoleOptions) {
    const { keys, RefetchLimiter } = options.rules;
    this.limiter = new RefetchLimiter();
    // What is on a screen that has the queue open.
    this.shown = [
      { key: keys.inbox({}), path: '/api/inbox?view=queue&limit=50', isList: true },
      { key: keys.counts, path: '/api/inbox/counts', isList: false },
      { key: keys.notificationCount, path: '/api/notifications/count', isList: false },
    ];
    this.socket = io(options.url, {
      path: LIVE_PATH,
      transports: ['websocket'],
      extraHeaders: { cookie: options.cookie },
      autoConnect: false,
      forceNew: true,
    });
    this.socket.on(RING_EVENT, (value: unknown) => this.rung(value));
  }

  async connect(): Promise<void> {
    const ready = new Promise<void>((resolve, reject) => {
      this.socket.once(READY_EVENT, () => resolve());
      this.socket.once('connect_error', reject);
    });
    this.socket.connect();
    await ready;
    await Promise.all(this.shown.map((shown) => this.fetch(shown)));
  }

  close(): void {
    this.limiter.stop();
    this.socket.close();
  }

  /** As LiveFeed does: what is rung and shown is fetched again, each at its own pace. */
  private rung(value: unknown): void {
    for (const rung of this.options.rules.rungKeys(ringSchema.parse(value))) {
      const stale = this.shown.filter(({ key }) => rung.every((part, index) => part === key[index]));
      if (stale.length === 0) continue;
      this.limiter.ring(JSON.stringify(rung), () => Promise.all(stale.map((shown) => this.fetch(shown))));
    }
  }

  private async fetch({ path, isList }: Shown): Promise<void> {
    const { connections, cookie, onFailure } = this.options;
    const beganAt = Date.now();
    try {
      check(await connections.send(requestBytes(`GET ${path}`, { headers: { cookie } })), 200);
      this.fetched.push({ isList, beganAt, endedAt: Date.now() });
    } catch (error) {
      onFailure(error);
    }
  }
}
