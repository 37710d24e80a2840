import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { type Me, meSchema } from '#contracts/identity.http.js';
import type { Actor, Role } from '#domain/identity/roles.js';
import { order, ProblemError, read } from './http.js';
import { keys } from './keys.js';
import { forgetSaved } from './storage.js';

/** Null: nobody is signed in. */
export const meQuery = queryOptions<Me | null>({
  queryKey: keys.me,
  queryFn: ({ signal }) => read('/me', meSchema, signal).catch(nobody),
  staleTime: 60_000,
});

function nobody(error: unknown): null {
  if (error instanceof ProblemError && error.problem.code === 'unauthenticated') return null;
  throw error;
}

export const SessionContext = createContext<Me | null>(null);

/** The officer who is signed in; only below the session gate. */
export function useMe(): Me {
  const me = use(SessionContext);
  if (!me) throw new Error('useMe outside of the session gate');
  return me;
}

export function actorOf(me: Me): Actor {
  return { officerId: me.id, grants: me.grants };
}

export function hasRole(me: Me, ...roles: Role[]): boolean {
  return me.grants.some((grant) => roles.includes(grant.role));
}

export async function signIn(queries: QueryClient, body: { email: string; password: string }): Promise<void> {
  await order({ method: 'POST', path: '/session', body });
  const me = await read('/me', meSchema);
  forgetAll(queries);
  queries.setQueryData(keys.me, me);
}

export async function signOut(queries: QueryClient): Promise<void> {
  const me = queries.getQueryData(meQuery.queryKey);
  await order({ method: 'DELETE', path: '/session' });
  if (me) forgetSaved(me.id);
  queries.setQueryData(keys.me, null);
  forgetAll(queries);
}

/** Nothing that one officer saw stays in memory for the next one. */
function forgetAll(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.me[0] });
  queries.getMutationCache().clear();
}
