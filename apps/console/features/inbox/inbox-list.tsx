import { Button, Loader } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { InboxRow } from '#contracts/inbox.http.js';
import { readSearch } from '#domain/search/search-query.js';
import { useFormat } from '../../lib/i18n.js';
import { hasRole, useMe } from '../../lib/session.js';
import { Empty, Failure, Loading, RefetchFailure } from '../../ui/states.js';
import { inboxQuery, queryOf } from './inbox.queries.js';
import { type InboxFilter, isFiltered } from './inbox-filter.js';
import { InboxRows } from './inbox-rows.js';
import classes from './inbox-rows.module.css';
import { LookingFurther } from './looking-further.js';
import { FoundHeading, NoQuestion, NothingFound } from './search-states.js';
import { SelectionBar } from './selection-bar.js';
import { useSelection } from './use-selection.js';

const NO_ROWS: InboxRow[] = [];

interface Props {
  filter: InboxFilter;
  /** What is looked for in it. */
  question?: string | undefined;
  openId: string | null;
}

export function InboxList(props: Props) {
  const read = props.question === undefined ? null : readSearch(props.question);
  return typeof read === 'string' ? <NoQuestion problem={read} /> : <Rows {...props} />;
}

function Rows({ filter, question, openId }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const inbox = useInfiniteQuery(inboxQuery(filter, question));
  const listKey = JSON.stringify([filter, question]);
  const selection = useSelection(listKey, inbox.data ?? NO_ROWS);
  const mayAct = hasRole(useMe(), 'officer', 'supervisor', 'administrator');
  if (inbox.isPending) return <Loading />;
  if (!inbox.data) return <Failure error={inbox.error} onRetry={() => void inbox.refetch()} />;
  if (inbox.data.length === 0 && question && inbox.hasNextPage)
    return <LookingFurther key={listKey} question={question} filter={filter} />;
  if (inbox.data.length === 0 && question) return <NothingFound question={question} filter={filter} />;
  if (inbox.data.length === 0)
    return <Empty>{t(`inbox.empty.${isFiltered(filter) ? 'filtered' : filter.view}`)}</Empty>;
  const more = () => {
    if (inbox.hasNextPage && !inbox.isFetching && !inbox.isFetchNextPageError) void inbox.fetchNextPage();
  };
  return (
    <>
      {inbox.isRefetchError && <RefetchFailure error={inbox.error} onRetry={() => void inbox.refetch()} />}
      {question && <FoundHeading question={question} found={inbox.data.length} hasMore={inbox.hasNextPage} />}
      {mayAct && (
        <SelectionBar
          selection={selection}
          rows={inbox.data}
          hasMore={inbox.hasNextPage && !question}
          query={queryOf(filter)}
        />
      )}
      <InboxRows
        rows={inbox.data}
        listKey={listKey}
        selection={mayAct ? selection : null}
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
