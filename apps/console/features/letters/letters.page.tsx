import { Button } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { letterListSchema } from '#contracts/letters.http.js';
import { LETTER_STATUSES, type LetterStatus } from '#domain/letters/letter.lifecycle.js';
import { read, withQuery } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { firstPage } from '../../lib/paging.js';
import { hasRole, useMe } from '../../lib/session.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Empty, Failure, Loading, RefetchFailure } from '../../ui/states.js';
import { LetterRows } from './letter-rows.js';
import classes from './letters.module.css';

const lettersQuery = (status: LetterStatus) =>
  infiniteQueryOptions({
    queryKey: keys.letters(status),
    queryFn: ({ pageParam, signal }) =>
      read(withQuery('/letters', { status, cursor: pageParam, limit: 50 }), letterListSchema, signal),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
  });

export function LettersPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [search] = useSearchParams();
  const status =
    LETTER_STATUSES.find((one) => one === search.get('status')) ?? (hasRole(me, 'reviewer') ? 'in-review' : 'draft');
  const list = useInfiniteQuery(lettersQuery(status));
  const rows = list.data?.pages.flatMap(({ items }) => items);
  return (
    <div className={classes.page}>
      <PageHeading title={t('letters.title')} />
      <StatusTabs current={status} />
      {list.isPending && <Loading />}
      {list.isLoadingError && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isRefetchError && <RefetchFailure error={list.error} onRetry={() => void list.refetch()} />}
      {rows?.length === 0 && <Empty>{t(`letters.empty.${status}`)}</Empty>}
      {rows && <LetterRows rows={rows} />}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('letters.more')}
        </Button>
      )}
    </div>
  );
}

function StatusTabs({ current }: { current: LetterStatus }) {
  const { t } = useTranslation();
  return (
    <nav className={classes.tabs} aria-label={t('letters.status')}>
      {LETTER_STATUSES.map((status) => (
        <Link
          key={status}
          to={{ search: `?status=${status}` }}
          className={classes.tab}
          aria-current={status === current ? 'page' : undefined}
        >
          {t(`common.letterStatus.${status}`)}
        </Link>
      ))}
    </nav>
  );
}
