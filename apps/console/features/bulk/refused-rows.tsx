import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BulkView, RefusedRow } from '#contracts/bulk.http.js';
import { refusedQuery } from '../../lib/bulk.js';
import { useRefusalWords } from '../../lib/bulk-words.js';
import { Failure, Loading } from '../../ui/states.js';
import classes from './bulk.module.css';

/** Each with its reason, and the way to the conversation. */
export function RefusedRows({ bulk }: { bulk: BulkView }) {
  const { t } = useTranslation();
  const refused = useInfiniteQuery(refusedQuery(bulk.id));
  const words = useRefusalWords();
  if (refused.isPending) return <Loading />;
  if (!refused.data) return <Failure error={refused.error} onRetry={() => void refused.refetch()} />;
  return (
    <section aria-labelledby="refused">
      <h2 id="refused" className={classes.heading}>
        {t('bulk.refusedTitle')}
      </h2>
      <ul className={classes.rows}>
        {refused.data.map((row) => (
          <li key={row.conversationId} className={classes.refused}>
            <Title row={row} />
            <span>{words(bulk, row)}</span>
          </li>
        ))}
      </ul>
      {refused.hasNextPage && (
        <Button
          variant="default"
          mt="sm"
          loading={refused.isFetchingNextPage}
          onClick={() => void refused.fetchNextPage()}
        >
          {t('bulk.more')}
        </Button>
      )}
    </section>
  );
}

function Title({ row: { conversationId, conversation } }: { row: RefusedRow }) {
  const { t } = useTranslation();
  if (!conversation) return <span className={classes.dim}>{t('bulk.unreadable')}</span>;
  const { reference, title, excerpt, language } = conversation;
  return (
    <Link to={`/conversations/${conversationId}`}>
      <span lang={language}>{title?.trim() || excerpt}</span> <span className={classes.dim}>{reference}</span>
    </Link>
  );
}
