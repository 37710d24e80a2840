import type { z } from 'zod';
import { OFFICER_HEADER } from '#contracts/identity.http.js';
import { type Problem, problemSchema } from '#contracts/problems.js';
import { actingOfficer, sessionCount, sessionRefused } from './session-count.js';

/** The api said no, with a stable code. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}

/** Nothing came back, or nothing that can be trusted: whether an act was done is not known. */
export class UnansweredError extends Error {
  override name = 'UnansweredError';
  constructor(readonly reason: 'network' | 'unreadable') {
    super(reason);
  }
}

/** It is gone, or the officer may no longer see it. */
export function isOutOfSight(error: unknown): boolean {
  return error instanceof ProblemError && (error.problem.status === 404 || error.problem.status === 403);
}

/** Nobody is signed in, or not any more. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'unauthenticated';
}

type Query = Record<string, string | number | boolean | null | undefined>;

export function withQuery(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search ? `${path}?${search}` : path;
}

/** GET; the answer is checked against the contract before anything shows it. */
export async function read<S extends z.ZodType>(path: string, schema: S, signal?: AbortSignal): Promise<z.output<S>> {
  const response = await call(path, { signal });
  return checked(response, schema);
}

interface Order {
  method: 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
  /** Goes on when the page is closed; for bodies of at most 64 KB. */
  keepalive?: boolean;
}

/** An act whose answer is 204. */
export async function order({ method, path, body }: Order): Promise<void> {
  await call(path, { method, ...jsonBody(body) });
}

/** An act whose answer the console goes on with. */
export async function act<S extends z.ZodType>(
  schema: S,
  { method, path, body, keepalive = false }: Order,
): Promise<z.output<S>> {
  const response = await call(path, { method, keepalive, ...jsonBody(body) });
  return checked(response, schema);
}

/** A file as it is; the answer says what became of it. */
export async function sendFile<S extends z.ZodType>(
  schema: S,
  { path, type, file }: { path: string; type: string; file: Blob },
): Promise<z.output<S>> {
  return checked(await call(path, { method: 'POST', body: file, headers: { 'content-type': type } }), schema);
}

function jsonBody(body: unknown): RequestInit {
  if (body === undefined) return {};
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

/** Asks who is signed in: in nobody's name. */
const ME = '/me';

async function call(path: string, init: RequestInit): Promise<Response> {
  const askedIn = sessionCount();
  const headers = new Headers(init.headers);
  const officerId = path === ME ? null : actingOfficer();
  if (officerId) headers.set(OFFICER_HEADER, officerId);
  const sent = { credentials: 'same-origin' as const, cache: 'no-store' as const, ...init, headers };
  const response = await fetch(`/api${path}`, sent).catch(unanswered);
  if (response.ok) return response;
  const failure = await problemOf(response);
  const { code } = failure.problem;
  if (code === 'unauthenticated' || code === 'another-officer') sessionRefused(code, askedIn);
  throw failure;
}

/** An answer that nobody waits for any more is no failure. */
function unanswered(error: unknown): never {
  if (error instanceof DOMException && error.name === 'AbortError') throw error;
  throw new UnansweredError(error instanceof SyntaxError ? 'unreadable' : 'network');
}

async function checked<S extends z.ZodType>(response: Response, schema: S): Promise<z.output<S>> {
  const body: unknown = await response.json().catch(unanswered);
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  console.error(`${response.url} does not fit its contract`, result.error.issues);
  throw new UnansweredError('unreadable');
}

/** A proxy's own error page is not problem+json: its status still says enough. */
async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = problemSchema.safeParse(body);
  if (parsed.success) return new ProblemError(parsed.data);
  const code = CODE_OF_STATUS[response.status] ?? (response.status >= 502 ? 'unavailable' : 'internal');
  return new ProblemError({ type: 'about:blank', title: response.statusText, status: response.status, code });
}

const CODE_OF_STATUS: Record<number, string> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  413: 'too-large',
  429: 'too-many-requests',
};
