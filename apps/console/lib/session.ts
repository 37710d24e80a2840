import { notifications } from '@mantine/notifications';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { type Me, meSchema } from '#contracts/identity.http.js';
import type { Actor, Role } from '#domain/identity/roles.js';
import { isSignedOut, order, read } from './http.js';
import { keys } from './keys.js';
import { actAs, nextSession, onSessionRefused } from './session-count.js';
import { forgetOfficer } from './storage.js';

/** Null: nobody is signed in. */
export const meQuery = queryOptions<Me | null>({
  queryKey: keys.me,
  queryFn: async ({ signal, client }) => {
    const me = await read('/me', meSchema, signal).catch(nobody);
    leaveTo(client, me);
    actAs(me?.id ?? null);
    return me;
  },
  staleTime: 60_000,
});

function nobody(error: unknown): null {
  if (isSignedOut(error)) return null;
  throw error;
}

/** A session that another tab began is this tab's too: what was open here was somebody else's. */
function leaveTo(queries: QueryClient, me: Me | null): void {
  const before = queries.getQueryData<Me | null>(keys.me);
  if (!before || before.id === me?.id) return;
  nextSession();
  if (me) forgetAll(queries);
}

/**
 * Whatever the api refuses because the session ended, the gate closes before the screen that asked shows a failure; it
 * asks to sign in, and comes back to this page. Where it is another officer's now, this tab becomes theirs. Returns how
 * to stop.
 */
export function leaveWhenSessionEnds(queries: QueryClient): () => void {
  return onSessionRefused((why) => {
    if (why === 'another-officer') return void queries.invalidateQueries({ queryKey: keys.me });
    leaveTo(queries, null);
    actAs(null);
    queries.setQueryData(keys.me, null);
  });
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
  // Before anything can be sent as somebody else; the words of an expired session wait on this device.
  nextSession();
  await order({ method: 'POST', path: '/session', body });
  // What was asked before is still to be refused, and says nothing of the session that begins here.
  nextSession();
  const me = await read('/me', meSchema);
  forgetAll(queries);
  queries.removeQueries({ queryKey: keys.left });
  // One that was asked for before would answer "nobody" after this.
  await queries.cancelQueries({ queryKey: keys.me });
  actAs(me.id);
  queries.setQueryData(keys.me, me);
  tellTabs(SIGNED_IN);
}

/** Nothing that this officer saw or wrote stays on the machine; what only it had is settled by the caller before. */
export async function signOut(queries: QueryClient): Promise<void> {
  const me = queries.getQueryData(meQuery.queryKey);
  await order({ method: 'DELETE', path: '/session' });
  if (me) forgetOfficer(me.id);
  becomeNobody(queries);
  tellTabs(SIGNED_OUT);
}

/** The session is one for all tabs of a browser: what one of them left, the others leave too. Returns how to stop. */
export function leaveWithOtherTabs(queries: QueryClient): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const tabs = new BroadcastChannel(TABS);
  tabs.addEventListener('message', ({ data }) => {
    if (data === SIGNED_OUT) becomeNobody(queries);
    // Also after a sign-out: this tab may have signed somebody in since, and is told of it late.
    void queries.invalidateQueries({ queryKey: keys.me });
  });
  return () => tabs.close();
}

/** True where the session was ended by its officer: whoever comes next is not brought to where this one was. */
export function hasLeft(queries: QueryClient): boolean {
  return queries.getQueryData(keys.left) === true;
}

const TABS = 'answerable:session';
const SIGNED_OUT = 'signed-out';
const SIGNED_IN = 'signed-in';

function tellTabs(what: typeof SIGNED_OUT | typeof SIGNED_IN): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const tabs = new BroadcastChannel(TABS);
  tabs.postMessage(what);
  tabs.close();
}

function becomeNobody(queries: QueryClient): void {
  nextSession();
  actAs(null);
  queries.setQueryData(keys.left, true);
  queries.setQueryData(keys.me, null);
  forgetAll(queries);
  notifications.clean();
}

/** Nothing that one officer saw stays in memory for the next one. */
function forgetAll(queries: QueryClient): void {
  const staying: unknown[] = [keys.me[0], keys.left[0]];
  queries.removeQueries({ predicate: ({ queryKey }) => !staying.includes(queryKey[0]) });
  queries.getMutationCache().clear();
}
