import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { io, type Socket } from 'socket.io-client';
import {
  LIVE_PATH,
  PAUSED_EVENT,
  PRESENCE_EVENT,
  type PresenceSaid,
  READY_EVENT,
  RING_EVENT,
  ringSchema,
} from '#contracts/realtime.js';
import { keys } from './keys.js';
import { RefetchLimiter } from './refetch-limiter.js';
import { rungKeys } from './rung.js';

export interface LiveState {
  status: 'connecting' | 'live' | 'lost';
  since: Date;
}

const RETRY_MS = 5_000;

/** The doorbell: ids come in, what they concern is fetched again. Content never comes this way. */
export class LiveFeed {
  #state: LiveState = { status: 'connecting', since: new Date() };
  readonly #listeners = new Set<() => void>();
  readonly #limiter = new RefetchLimiter();
  #socket: Socket | null = null;
  #retry: ReturnType<typeof setTimeout> | null = null;

  constructor(readonly queries: QueryClient) {}

  readonly state = (): LiveState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    if (this.#socket) return;
    this.#become('connecting');
    const socket = io({
      path: LIVE_PATH,
      transports: ['websocket'],
      reconnectionDelay: 500,
      reconnectionDelayMax: RETRY_MS,
    });
    this.#socket = socket;
    socket.on(READY_EVENT, () => this.#ready());
    socket.on(RING_EVENT, (ring: unknown) => this.#rung(ring));
    socket.on(PAUSED_EVENT, () => this.#become('lost'));
    socket.on('disconnect', () => this.#lost(socket));
    socket.on('connect_error', () => this.#lost(socket));
    globalThis.addEventListener('offline', this.#onOffline);
    globalThis.addEventListener('online', this.#onOnline);
  }

  /** Where this console is. Not said while there is nobody to hear: it is said again when the connection is back. */
  say(said: PresenceSaid): void {
    if (this.#socket?.connected) this.#socket.emit(PRESENCE_EVENT, said);
  }

  stop(): void {
    globalThis.removeEventListener('offline', this.#onOffline);
    globalThis.removeEventListener('online', this.#onOnline);
    if (this.#retry) clearTimeout(this.#retry);
    this.#retry = null;
    this.#limiter.stop();
    this.#socket?.removeAllListeners();
    this.#socket?.disconnect();
    this.#socket = null;
  }

  /** Also the first time: what was rung between the first fetch and the joining of the rooms was not heard. */
  #ready(): void {
    this.#become('live');
    void this.queries.invalidateQueries();
  }

  #rung(payload: unknown): void {
    const ring = ringSchema.safeParse(payload);
    if (!ring.success) return void console.error('a ring does not fit its contract', ring.error.issues);
    for (const key of rungKeys(ring.data)) {
      // What nothing has asked for is not stale; a busy desk rings thousands of conversations that nobody opens here.
      if (this.queries.getQueryCache().findAll({ queryKey: key }).length === 0) continue;
      this.#limiter.ring(JSON.stringify(key), () => this.queries.invalidateQueries({ queryKey: key }), this.#cost(key));
    }
  }

  #lost(socket: Socket): void {
    if (this.#socket !== socket) return;
    if (this.#state.status !== 'lost') this.#become('lost');
    // A 401 here is how the end of the session is noticed; the session gate then takes over.
    void this.queries.invalidateQueries({ queryKey: keys.me });
    // socket.io does not come back by itself after the server refused or ended the connection.
    if (socket.active || this.#retry) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      this.#socket?.connect();
    }, RETRY_MS);
  }

  /** How many requests one refetch is: a list of several pages is fetched page by page. */
  #cost(queryKey: QueryKey): number {
    const pages = this.queries
      .getQueryCache()
      .findAll({ queryKey, type: 'active' })
      .map(({ state }) => pagesIn(state.data));
    return Math.max(1, ...pages);
  }

  readonly #onOffline = (): void => void this.#socket?.disconnect().connect();
  readonly #onOnline = (): void => void this.#socket?.connect();

  #become(status: LiveState['status']): void {
    this.#state = { status, since: new Date() };
    for (const listener of this.#listeners) listener();
  }
}

function pagesIn(data: unknown): number {
  if (typeof data !== 'object' || data === null || !('pages' in data)) return 1;
  return Array.isArray(data.pages) ? data.pages.length : 1;
}
