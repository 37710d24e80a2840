import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { appealsQuery } from '../../lib/appeals.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Empty, Failure, Loading, RefetchFailure } from '../../ui/states.js';
import { AppealList } from './appeal-list.js';
import classes from './appeals.module.css';

/** What citizens have against decisions, oldest first. */
export function AppealsPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const appeals = useInfiniteQuery(appealsQuery(search.get('department')));
  const items = appeals.data?.pages.flatMap((page) => page.items);
  return (
    <div className={classes.page}>
      <PageHeading title={t('appeals.title')} />
      <Text c="dimmed">{t('appeals.lead')}</Text>
      <Link to="/moderation">{t('appeals.back')}</Link>
      {appeals.isPending && <Loading />}
      {appeals.isLoadingError && <Failure error={appeals.error} onRetry={() => void appeals.refetch()} />}
      {appeals.isRefetchError && <RefetchFailure error={appeals.error} onRetry={() => void appeals.refetch()} />}
      {items?.length === 0 && <Empty>{t('appeals.empty')}</Empty>}
      {items && <AppealList items={items} />}
      {appeals.hasNextPage && (
        <Button variant="default" loading={appeals.isFetchingNextPage} onClick={() => void appeals.fetchNextPage()}>
          {t('moderation.more')}
        </Button>
      )}
    </div>
  );
}
