import { useTranslation } from 'react-i18next';
import type { NotificationView } from '#contracts/notifications.http.js';

const WITH_NAME = ['mentioned', 'assigned', 'taken', 'merged'] as const;

/** What happened, and what else the line stands for. */
export function useNotificationWords(): (line: NotificationView) => { what: string; also: string | null } {
  const { t } = useTranslation();
  return ({ kind, kinds, actorName }) => {
    const named = WITH_NAME.find((one) => one === kind);
    const what =
      named && actorName ? t(`notifications.by.${named}`, { name: actorName }) : t(`notifications.kinds.${kind}`);
    const others = kinds.filter((one) => one !== kind).map((one) => t(`notifications.kinds.${one}`));
    return { what, also: others.length > 0 ? t('notifications.also', { kinds: others.join(' · ') }) : null };
  };
}

/** Where a line leads. */
export function pathOf({ conversation, bulkId }: NotificationView): string {
  if (conversation) return `/conversations/${conversation.id}`;
  return bulkId ? `/bulk/${bulkId}` : '/notifications';
}
