import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { BulkView } from '#contracts/bulk.http.js';
import { bulkQuery, isUnderWay } from '../../lib/bulk.js';
import { useBulkWords } from '../../lib/bulk-words.js';
import { useFormat } from '../../lib/i18n.js';
import { BulkProgress } from '../../ui/bulk-progress.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Failure, Loading, Notice, RefetchFailure } from '../../ui/states.js';
import classes from './bulk.module.css';
import { BulkFollowUps } from './bulk-follow-ups.js';
import { RefusedRows } from './refused-rows.js';

/** One bulk act: how far it is, what was refused and why, and the ways on from there. */
export function BulkPage() {
  const { t } = useTranslation();
  const { bulkId = '' } = useParams();
  const bulk = useQuery(bulkQuery(bulkId));
  return (
    <div className={classes.page}>
      <Link to="/bulk">{t('bulk.back')}</Link>
      {bulk.isPending && <Loading />}
      {bulk.isLoadingError && <Failure error={bulk.error} onRetry={() => void bulk.refetch()} />}
      {bulk.isRefetchError && <RefetchFailure error={bulk.error} onRetry={() => void bulk.refetch()} />}
      {bulk.data && <Result bulk={bulk.data} />}
    </div>
  );
}

function Result({ bulk }: { bulk: BulkView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sentence, shortfall } = useBulkWords();
  const missing = shortfall(bulk);
  return (
    <>
      <PageHeading title={sentence(bulk)} />
      <p className={classes.dim}>
        <time dateTime={bulk.orderedAt}>{format.dateTime(bulk.orderedAt)}</time>
      </p>
      {isUnderWay(bulk) && <BulkProgress bulk={bulk} />}
      {missing.length > 0 && <Notice tone="warn">{missing.join(' · ')}</Notice>}
      {bulk.undoneBy && (
        <Notice tone="info">
          {t('bulk.undone')} <Link to={`/bulk/${bulk.undoneBy}`}>{t('bulk.seeUndo')}</Link>
        </Notice>
      )}
      {bulk.undoes && (
        <Notice tone="info">
          {t('bulk.undoes')} <Link to={`/bulk/${bulk.undoes}`}>{t('bulk.seeOriginal')}</Link>
        </Notice>
      )}
      <BulkFollowUps bulk={bulk} />
      {bulk.refused > 0 && <RefusedRows bulk={bulk} />}
      {bulk.refused === 0 && !isUnderWay(bulk) && <p className={classes.dim}>{t('bulk.nothingRefused')}</p>}
    </>
  );
}
