import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import {
  type MarkRead,
  type MarkUnread,
  markedReadSchema,
  markedUnreadSchema,
  notificationCountSchema,
  notificationPageSchema,
  notificationSettingsSchema,
} from '#contracts/notifications.http.js';
import { act, read } from './http.js';
import { keys } from './keys.js';

/** How many the bell shows. */
const LATEST = 12;

export const notificationCountQuery = queryOptions({
  queryKey: keys.notificationCount,
  queryFn: ({ signal }) => read('/notifications/count', notificationCountSchema, signal),
});

export const latestNotificationsQuery = queryOptions({
  queryKey: keys.latestNotifications,
  queryFn: ({ signal }) => read(`/notifications?limit=${LATEST}`, notificationPageSchema, signal),
});

export const notificationSettingsQuery = queryOptions({
  queryKey: keys.notificationSettings,
  queryFn: ({ signal }) => read('/notifications/settings', notificationSettingsSchema, signal),
  staleTime: 60_000,
});

export async function markRead(queries: QueryClient, what: MarkRead) {
  const marked = await act(markedReadSchema, { method: 'POST', path: '/notifications/read', body: what });
  await queries.invalidateQueries({ queryKey: keys.notifications });
  return marked;
}

export async function markUnread(queries: QueryClient, what: MarkUnread) {
  const marked = await act(markedUnreadSchema, { method: 'POST', path: '/notifications/unread', body: what });
  await queries.invalidateQueries({ queryKey: keys.notifications });
  return marked;
}

/** Who looks at a conversation has seen what was told of it, also what comes while it is on the screen. */
export function useSeenHere(conversationId: string): void {
  const queries = useQueryClient();
  const { data } = useQuery(notificationCountQuery);
  const isUnread = data?.conversationIds.includes(conversationId) ?? false;
  useEffect(() => {
    if (!isUnread) return;
    const seen = () => {
      if (document.hidden) return;
      document.removeEventListener('visibilitychange', seen);
      // Unread a moment longer is no harm; the next look tries again.
      void markRead(queries, { conversationId }).catch(() => undefined);
    };
    document.addEventListener('visibilitychange', seen);
    seen();
    return () => document.removeEventListener('visibilitychange', seen);
  }, [isUnread, conversationId, queries]);
}
