import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { NotificationView } from '#contracts/notifications.http.js';
import { markRead, markUnread } from '../../lib/notifications.js';
import { useTell } from '../../lib/tell.js';
import { useUndoOffer } from '../../lib/undo-offer.js';

/** Marks a line, or all that are on the screen; all can be taken back as long as the message stands. */
export function useMark() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const offerUndo = useUndoOffer();
  const problem = { onError: (error: unknown) => tell.problem(error) };
  const one = useMutation({
    mutationFn: ({ id, readAt }: NotificationView) =>
      readAt === null ? markRead(queries, { ids: [id] }) : markUnread(queries, { ids: [id] }),
    ...problem,
  });
  const back = useMutation({
    mutationFn: (readAt: string) => markUnread(queries, { readAt }),
    onSuccess: () => tell.done(t('notifications.undone')),
    ...problem,
  });
  const all = useMutation({
    mutationFn: (upTo: string) => markRead(queries, { upTo }),
    onSuccess: ({ count, readAt }) => {
      if (count === 0) return;
      const message = t('notifications.markedAll', { count });
      offerUndo({ id: 'notifications-read', message, undo: () => back.mutate(readAt) });
    },
    ...problem,
  });
  return { one: one.mutate, all: all.mutate, isPending: one.isPending || all.isPending };
}
