import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from 'react';
import { LiveFeed, type LiveState } from './live.js';

const LiveContext = createContext<LiveFeed | null>(null);

/** One socket for as long as somebody is signed in. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const feed = useMemo(() => new LiveFeed(queries), [queries]);
  useEffect(() => {
    feed.start();
    return () => feed.stop();
  }, [feed]);
  return <LiveContext value={feed}>{children}</LiveContext>;
}

export function useLiveFeed(): LiveFeed {
  const feed = use(LiveContext);
  if (!feed) throw new Error('useLiveFeed outside of the live provider');
  return feed;
}

export function useLiveState(): LiveState {
  const feed = useLiveFeed();
  return useSyncExternalStore(feed.subscribe, feed.state);
}
