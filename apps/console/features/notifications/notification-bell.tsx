import { ActionIcon, Button, Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { UNREAD_LIMIT } from '#contracts/notifications.http.js';
import { announce } from '../../lib/announce.js';
import { useFormat } from '../../lib/i18n.js';
import { latestNotificationsQuery, notificationCountQuery } from '../../lib/notifications.js';
import { Icon } from '../../ui/icons.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { NotificationLine } from './notification-line.js';
import classes from './notifications.module.css';
import { useBrowserMessages } from './use-browser-messages.js';
import { useMark } from './use-mark.js';
import { useTellLanguage } from './use-tell-language.js';

export function NotificationBell() {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { unread = 0, mentions = 0 } = useQuery(notificationCountQuery).data ?? {};
  useSpokenCount(unread);
  useBrowserMessages();
  useTellLanguage();
  const shown = unread >= UNREAD_LIMIT ? `${format.number(UNREAD_LIMIT - 1)}+` : format.number(unread);
  const words = mentions > 0 ? 'notifications.bellMentions' : 'notifications.bellUnread';
  const label = unread > 0 ? t(words, { number: shown }) : t('notifications.bell');
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width="min(26rem, calc(100vw - 1rem))"
      withinPortal={false}
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <ActionIcon
          variant="default"
          size="lg"
          className={classes.bell}
          style={{ overflow: 'visible' }}
          onClick={() => setOpen(!isOpen)}
          aria-label={label}
          title={label}
        >
          <Icon name="bell" />
          {unread > 0 && (
            <span className={classes.count} data-mentions={mentions > 0 || undefined} aria-hidden="true">
              {shown}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('notifications.latest')}>
        {isOpen && <Latest unread={unread} onClose={() => setOpen(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Latest({ unread, onClose }: { unread: number; onClose: () => void }) {
  const { t } = useTranslation();
  const latest = useQuery(latestNotificationsQuery);
  const mark = useMark();
  const items = latest.data?.items;
  const newest = items?.[0]?.at;
  return (
    <div className={classes.panel}>
      <div className={classes.panelHead}>
        <h2 className={classes.panelTitle} tabIndex={-1} data-autofocus>
          {t('notifications.title')}
        </h2>
        {unread > 0 && newest && (
          <Button size="compact-sm" variant="default" onClick={() => mark.all(newest)}>
            {t('notifications.markAll')}
          </Button>
        )}
      </div>
      {latest.isPending && <Loading />}
      {latest.isError && !items && <Failure error={latest.error} onRetry={() => void latest.refetch()} />}
      {items?.length === 0 && <Empty>{t('notifications.none')}</Empty>}
      {items && items.length > 0 && (
        <ul className={classes.lines} aria-label={t('notifications.list')}>
          {items.map((line) => (
            <NotificationLine key={line.id} line={line} onOpen={onClose} onMark={mark.one} />
          ))}
        </ul>
      )}
      <div className={classes.links}>
        <Link to="/notifications" onClick={onClose}>
          {t('notifications.all')}
        </Link>
        <Link to="/notifications/settings" onClick={onClose}>
          {t('notifications.settings')}
        </Link>
      </div>
    </div>
  );
}

/** Said at most this often, however much happens. */
const QUIET_MS = 20_000;

function useSpokenCount(unread: number): void {
  const { t } = useTranslation();
  const before = useRef<number | null>(null);
  const saidAt = useRef(0);
  useEffect(() => {
    const hasMore = before.current !== null && unread > before.current;
    before.current = unread;
    if (!hasMore || Date.now() - saidAt.current < QUIET_MS) return;
    saidAt.current = Date.now();
    announce(t('notifications.arrived', { count: unread }));
  }, [unread, t]);
}
