import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Navigate } from 'react-router';
import { hasLeft, meQuery, SessionContext } from '../lib/session.js';
import { Failure, Loading } from '../ui/states.js';

/** Lets nobody past who is not signed in, and brings them back to this page afterwards, unless they left by choice. */
export function SessionGate({ children }: { children: ReactNode }) {
  const me = useQuery(meQuery);
  const queries = useQueryClient();
  const wasIn = useRef(false);
  useEffect(() => {
    if (me.data) wasIn.current = true;
  }, [me.data]);
  if (me.data) {
    // Nothing that was open for one officer goes on for another.
    return (
      <SessionContext key={me.data.id} value={me.data}>
        {children}
      </SessionContext>
    );
  }
  if (me.data === null) {
    return hasLeft(queries) ? <Navigate to="/sign-in" replace /> : <ToSignIn hasEnded={wasIn.current} />;
  }
  return me.isError ? <Failure error={me.error} onRetry={() => void me.refetch()} /> : <Loading />;
}

/**
 * Comes back to the address as the browser shows it: where one has just gone to is drawn a moment later, and the router's
 * own hooks still name the page before.
 */
function ToSignIn({ hasEnded }: { hasEnded: boolean }) {
  const [state] = useState(() => ({ next: window.location.pathname + window.location.search, hasEnded }));
  return <Navigate to="/sign-in" replace state={state} />;
}
