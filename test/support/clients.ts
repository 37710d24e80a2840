import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { Accepted } from '#contracts/intake.http.js';
import { acceptedSchema } from '#contracts/intake.http.js';
import { LIVE_PATH, READY_EVENT, RING_EVENT, type Ring, ringSchema } from '#contracts/realtime.js';
import { PASSWORD } from './build.js';

/** A signed-in officer's browser, without the browser. */
export interface OfficerClient {
  cookie: string;
  get(path: string): Promise<{ status: number; body: never }>;
  send(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<{ status: number; body: never }>;
}

export async function signIn(api: string, email: string, password = PASSWORD): Promise<OfficerClient> {
  const response = await fetch(`${api}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (response.status !== 204) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
  const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  return {
    cookie,
    get: (path) => call(`${api}${path}`, { headers: { cookie } }),
    send: (method, path, body) =>
      call(`${api}${path}`, {
        method,
        headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  };
}

export async function call(url: string, init?: RequestInit): Promise<{ status: number; body: never }> {
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : null) as never };
}

export interface PostedMessage {
  department: string;
  body?: string;
  externalId?: string;
  [field: string]: unknown;
}

/** What a channel partner does; the body is unique unless it is given. */
export function postMessage(api: string, key: string, message: PostedMessage) {
  const externalId = message.externalId ?? randomUUID();
  const author = { externalId: `author-${externalId}`, name: 'Wang Fang' };
  const body = {
    author,
    body: `The bus stop at the school has moved again, at sign ${inLetters(externalId)}.`,
    ...message,
    externalId,
  };
  return call(`${api}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
  });
}

/** Some random ids hold what screening takes for a telephone number or a bank card, and holds. */
export function inLetters(id: string): string {
  return id.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
}

export async function postAccepted(api: string, key: string, message: PostedMessage): Promise<Accepted> {
  const { status, body } = await postMessage(api, key, message);
  if (status !== 202) throw new Error(`intake answered ${status}: ${JSON.stringify(body)}`);
  return acceptedSchema.parse(body);
}

export interface LiveClient {
  rings: Ring[];
  socket: Socket;
  /** Resolves with the first ring, past or future, that fits. */
  ring(fits: (ring: Ring) => boolean): Promise<Ring>;
  close(): void;
}

/** A console's socket; resolves once the rooms are joined. */
export async function listen(api: string, cookie: string): Promise<LiveClient> {
  const rings: Ring[] = [];
  const waiting: { fits: (ring: Ring) => boolean; resolve: (ring: Ring) => void }[] = [];
  const socket = io(api, {
    path: LIVE_PATH,
    transports: ['websocket'],
    extraHeaders: { cookie },
    reconnectionDelay: 100,
  });
  socket.on(RING_EVENT, (value: unknown) => {
    const ring = ringSchema.parse(value);
    rings.push(ring);
    for (const entry of waiting) if (entry.fits(ring)) entry.resolve(ring);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once(READY_EVENT, () => resolve());
    socket.once('connect_error', reject);
  });
  return {
    rings,
    socket,
    ring: (fits) => {
      const past = rings.find(fits);
      return past ? Promise.resolve(past) : new Promise((resolve) => waiting.push({ fits, resolve }));
    },
    close: () => socket.close(),
  };
}
