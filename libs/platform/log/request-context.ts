import { AsyncLocalStorage } from 'node:async_hooks';

export interface RequestContext {
  requestId: string;
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

export function currentRequestId(): string | null {
  return storage.getStore()?.requestId ?? null;
}
