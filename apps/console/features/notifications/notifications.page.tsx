import { Button, Group, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { notificationCountQuery } from '../../lib/notifications.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Empty, Failure, Loading, RefetchFailure } from '../../ui/states.js';
import { NotificationLine } from './notification-line.js';
import classes from './notifications.module.css';
import { notificationListQuery } from './notifications.queries.js';
import { useMark } from './use-mark.js';

export function NotificationsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const isUnread = search.get('show') === 'unread';
  const list = useInfiniteQuery(notificationListQuery(isUnread));
  const unread = useQuery(notificationCountQuery).data?.unread ?? 0;
  const mark = useMark();
  const items = list.data?.pages.flatMap((page) => page.items);
  const newest = items?.[0]?.at;
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <PageHeading title={t('notifications.title')} order={1} />
        <Group gap="sm">
          <SegmentedControl
            aria-label={t('notifications.show')}
            value={isUnread ? 'unread' : 'all'}
            onChange={(value) => setSearch(value === 'unread' ? { show: 'unread' } : {}, { replace: true })}
            data={[
              { value: 'all', label: t('notifications.showAll') },
              { value: 'unread', label: t('notifications.showUnread') },
            ]}
          />
          {unread > 0 && newest && (
            <Button variant="default" size="sm" onClick={() => mark.all(newest)}>
              {t('notifications.markAll')}
            </Button>
          )}
          <Link to="/notifications/settings">{t('notifications.settings')}</Link>
        </Group>
      </div>
      {list.isPending && <Loading />}
      {list.isLoadingError && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isRefetchError && <RefetchFailure error={list.error} onRetry={() => void list.refetch()} />}
      {items?.length === 0 && <Empty>{t(isUnread ? 'notifications.noneUnread' : 'notifications.none')}</Empty>}
      {items && items.length > 0 && (
        <ul className={classes.lines} aria-label={t('notifications.list')}>
          {items.map((line) => (
            <NotificationLine key={line.id} line={line} onMark={mark.one} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Group justify="center" mt="md">
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('notifications.more')}
          </Button>
        </Group>
      )}
    </div>
  );
}
