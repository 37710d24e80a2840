import { Button, Text } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { moderationQueueSchema } from '#contracts/moderation.http.js';
import { read, withQuery } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { firstPage } from '../../lib/paging.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Empty, Failure, Loading, RefetchFailure } from '../../ui/states.js';
import { HeldList } from './held-list.js';
import { HideProposals } from './hide-proposals.js';
import classes from './moderation.module.css';
import { ModerationTools } from './moderation-tools.js';

const heldQuery = (department: string | null) =>
  infiniteQueryOptions({
    queryKey: keys.heldIn(department),
    queryFn: ({ pageParam, signal }) =>
      read(withQuery('/moderation/queue', { department, cursor: pageParam, limit: 25 }), moderationQueueSchema, signal),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
  });

export function ModerationPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const held = useInfiniteQuery(heldQuery(search.get('department')));
  const items = held.data?.pages.flatMap((page) => page.items);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = held;
  const fetchNext = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <div className={classes.page}>
      <PageHeading title={t('moderation.title')} />
      <Text c="dimmed">{t('moderation.lead')}</Text>
      <ModerationTools />
      <HideProposals department={search.get('department')} />
      {held.isPending && <Loading />}
      {held.isLoadingError && <Failure error={held.error} onRetry={() => void held.refetch()} />}
      {held.isRefetchError && <RefetchFailure error={held.error} onRetry={() => void held.refetch()} />}
      {items?.length === 0 && <Empty>{t('moderation.empty')}</Empty>}
      {items && <HeldList items={items} onNearEnd={fetchNext} />}
      {held.hasNextPage && (
        <Button variant="default" loading={held.isFetchingNextPage} onClick={() => void held.fetchNextPage()}>
          {t('moderation.more')}
        </Button>
      )}
    </div>
  );
}
