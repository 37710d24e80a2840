import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useShortcuts } from '../../lib/shortcuts.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Empty, Failure, Loading, Notice, RefetchFailure } from '../../ui/states.js';
import { OrderDialog } from './order-dialog.js';
import { ReportCard } from './report-card.js';
import classes from './reports.module.css';
import { reportsQuery } from './reports.queries.js';

/** What an officer has mailed to them about the response times. */
export function ReportsPage() {
  const { t } = useTranslation();
  const reports = useQuery(reportsQuery);
  const [isOrdering, setOrdering] = useState(false);
  const order = () => setOrdering(true);
  useShortcuts('page', { order: { keys: ['n'], words: t('reports.order'), run: reports.data && order } });
  return (
    <div className={classes.page}>
      <PageHeading title={t('reports.title')} />
      <p className={classes.lead}>
        {t('reports.lead')} <Link to="/oversight">{t('reports.toOversight')}</Link>
      </p>
      {reports.data && !reports.data.isMailSet && <Notice tone="warn">{t('reports.noMail')}</Notice>}
      {reports.isPending && <Loading />}
      {reports.isLoadingError && <Failure error={reports.error} onRetry={() => void reports.refetch()} />}
      {reports.isRefetchError && <RefetchFailure error={reports.error} onRetry={() => void reports.refetch()} />}
      {reports.data && (
        <>
          <div>
            <Button onClick={order}>{t('reports.order')}</Button>
          </div>
          {reports.data.items.length === 0 && <Empty>{t('reports.none')}</Empty>}
          <ul className={classes.list}>
            {reports.data.items.map((report) => (
              <ReportCard key={report.id} report={report} />
            ))}
          </ul>
        </>
      )}
      {isOrdering && <OrderDialog onClose={() => setOrdering(false)} />}
    </div>
  );
}
