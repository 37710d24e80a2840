import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { Navigate, useLocation } from 'react-router';
import { hasLeft, meQuery, SessionContext } from '../lib/session.js';
import { Failure, Loading } from '../ui/states.js';

/** Lets nobody past who is not signed in, and brings them back to this page afterwards, unless they left by choice. */
export function SessionGate({ children }: { children: ReactNode }) {
  const me = useQuery(meQuery);
  const location = useLocation();
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
    if (hasLeft(queries)) return <Navigate to="/sign-in" replace />;
    const next = location.pathname + location.search;
    return <Navigate to="/sign-in" replace state={{ next, hasEnded: wasIn.current }} />;
  }
  return me.isError ? <Failure error={me.error} onRetry={() => void me.refetch()} /> : <Loading />;
}
