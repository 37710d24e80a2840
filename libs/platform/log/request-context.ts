import { AsyncLocalStorage } from 'node:async_hooks';

export interface RequestContext {
  requestId: string | null;
  /** Where one act is done for several requests: which one asked for which thing, by the thing's id. */
  ofThings?: ReadonlyMap<string, string | null>;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs the act so that its log lines, its events and the jobs that follow carry the request's id. */
export function inRequest<T>(requestId: string, act: () => T): T {
  return storage.run({ requestId }, act);
}

/** For hooks that cannot wrap what follows. */
export function enterRequest(requestId: string): void {
  storage.enterWith({ requestId });
}

/** Runs an act that several requests share. What belongs to none of their things carries an id only where all have the same. */
export function inRequests<T>(ofThings: ReadonlyMap<string, string | null>, act: () => T): T {
  const [requestId = null, ...others] = new Set(ofThings.values());
  return storage.run({ requestId: others.length === 0 ? requestId : null, ofThings }, act);
}

/** The request that asked for the first of the things that one asked for; else the one that is being served. */
export function requestIdOf(thingIds: readonly unknown[]): string | null {
  const { ofThings, requestId = null } = storage.getStore() ?? {};
  const asked = thingIds.find((id): id is string => typeof id === 'string' && ofThings?.has(id) === true);
  return asked === undefined ? requestId : (ofThings?.get(asked) ?? null);
}

export function currentRequestId(): string | null {
  return storage.getStore()?.requestId ?? null;
}
