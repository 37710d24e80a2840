import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/i18n.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { inboxQuery } from './inbox.queries.js';
import type { InboxFilter } from './inbox-filter.js';

/** So many empty pages are asked for by itself; what is further back the officer asks for, once more as many. */
const BY_ITSELF = 5;

/** Nothing is found yet, and there is more to look through. */
export function LookingFurther({ question, filter }: { question: string; filter: InboxFilter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, fetchNextPage, isFetching, isFetchNextPageError } = useInfiniteQuery({
    ...inboxQuery(filter, question),
    select: ({ pages }) => ({ pages: pages.length, lookedBackTo: pages.at(-1)?.lookedBackTo }),
  });
  const pages = data?.pages ?? 0;
  const goesOn = pages % BY_ITSELF !== 0 && !isFetchNextPageError;
  useEffect(() => {
    if (goesOn && !isFetching) void fetchNextPage();
  }, [goesOn, isFetching, fetchNextPage]);
  if (isFetchNextPageError && !isFetching) return <Failure error={error} onRetry={() => void fetchNextPage()} />;
  if (goesOn || isFetching) return <Loading />;
  return (
    <Empty>
      <p role="status">
        {data?.lookedBackTo
          ? t('search.lookedBackTo', { q: question, date: format.dateTime(data.lookedBackTo) })
          : t('search.notYet', { q: question })}
      </p>
      <Button variant="default" onClick={() => void fetchNextPage()}>
        {t('search.lookFurther')}
      </Button>
    </Empty>
  );
}
