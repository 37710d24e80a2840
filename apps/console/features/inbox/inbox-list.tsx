import { Button, Loader } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/i18n.js';
import { Empty, Failure, Loading, RefetchFailure } from '../../ui/states.js';
import classes from './inbox.module.css';
import { inboxQuery } from './inbox.queries.js';
import { type InboxFilter, isFiltered } from './inbox-filter.js';
import { InboxRows } from './inbox-rows.js';

interface Props {
  filter: InboxFilter;
  openId: string | null;
}

export function InboxList({ filter, openId }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const inbox = useInfiniteQuery(inboxQuery(filter));
  if (inbox.isPending) return <Loading />;
  if (!inbox.data) return <Failure error={inbox.error} onRetry={() => void inbox.refetch()} />;
  if (inbox.data.length === 0)
    return <Empty>{t(`inbox.empty.${isFiltered(filter) ? 'filtered' : filter.view}`)}</Empty>;
  const more = () => {
    if (inbox.hasNextPage && !inbox.isFetching && !inbox.isFetchNextPageError) void inbox.fetchNextPage();
  };
  return (
    <>
      {inbox.isRefetchError && <RefetchFailure error={inbox.error} onRetry={() => void inbox.refetch()} />}
      <InboxRows
        rows={inbox.data}
        listKey={JSON.stringify(filter)}
        openId={openId}
        hasMore={inbox.hasNextPage}
        onEndInSight={more}
        footer={
          <div className={classes.foot}>
            {inbox.isFetchingNextPage && <Loader size="xs" aria-label={t('inbox.loadingMore')} />}
            {inbox.isFetchNextPageError && (
              <Button size="xs" variant="default" onClick={() => void inbox.fetchNextPage()}>
                {t('common.retry')}
              </Button>
            )}
            {!inbox.hasNextPage && t('inbox.end', { number: format.number(inbox.data.length) })}
          </div>
        }
      />
    </>
  );
}
