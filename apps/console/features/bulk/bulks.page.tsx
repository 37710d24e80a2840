import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BulkView } from '#contracts/bulk.http.js';
import { isUnderWay, recentBulksQuery } from '../../lib/bulk.js';
import { useBulkWords } from '../../lib/bulk-words.js';
import { useFormat } from '../../lib/i18n.js';
import { BulkProgress } from '../../ui/bulk-progress.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Empty, Failure, Loading, RefetchFailure } from '../../ui/states.js';
import classes from './bulk.module.css';

/** What the officer did in bulk lately, the newest first. */
export function BulksPage() {
  const { t } = useTranslation();
  const bulks = useQuery(recentBulksQuery);
  return (
    <div className={classes.page}>
      <PageHeading title={t('bulk.title')} />
      {bulks.isPending && <Loading />}
      {bulks.isLoadingError && <Failure error={bulks.error} onRetry={() => void bulks.refetch()} />}
      {bulks.isRefetchError && <RefetchFailure error={bulks.error} onRetry={() => void bulks.refetch()} />}
      {bulks.data?.items.length === 0 && <Empty>{t('bulk.none')}</Empty>}
      {bulks.data && bulks.data.items.length > 0 && (
        <ul className={classes.rows}>
          {bulks.data.items.map((bulk) => (
            <li key={bulk.id}>
              <BulkRow bulk={bulk} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function BulkRow({ bulk }: { bulk: BulkView }) {
  const format = useFormat();
  const { sentence, shortfall } = useBulkWords();
  return (
    <>
      <Link to={`/bulk/${bulk.id}`} className={classes.row}>
        <span>{[sentence(bulk), ...shortfall(bulk)].join(' · ')}</span>
        <time dateTime={bulk.orderedAt} className={classes.dim}>
          {format.dateTime(bulk.orderedAt)}
        </time>
      </Link>
      {isUnderWay(bulk) && <BulkProgress bulk={bulk} />}
    </>
  );
}
