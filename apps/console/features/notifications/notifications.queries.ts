import { infiniteQueryOptions } from '@tanstack/react-query';
import { notificationPageSchema } from '#contracts/notifications.http.js';
import { read, withQuery } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';

export const notificationListQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: keys.notificationList(unread),
    queryFn: ({ pageParam, signal }) =>
      read(
        withQuery('/notifications', { unread: unread || undefined, limit: 50, cursor: pageParam }),
        notificationPageSchema,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
