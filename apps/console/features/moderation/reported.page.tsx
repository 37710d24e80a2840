import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHeading } from '../../ui/page-heading.js';
import { Empty, Failure, Loading, RefetchFailure } from '../../ui/states.js';
import { HeldList } from './held-list.js';
import classes from './moderation.module.css';
import { ModerationTools } from './moderation-tools.js';
import { reportedQuery } from './moderators.queries.js';
import { MutedReporters } from './muted-reporters.js';

/** What readers reported, the most urgent first. */
export function ReportedPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const department = search.get('department');
  const reported = useQuery(reportedQuery(department));
  return (
    <div className={classes.page}>
      <PageHeading title={t('moderation.reports.title')} />
      <Text c="dimmed">{t('moderation.reports.lead')}</Text>
      <ModerationTools />
      {reported.isPending && <Loading />}
      {reported.isLoadingError && <Failure error={reported.error} onRetry={() => void reported.refetch()} />}
      {reported.isRefetchError && <RefetchFailure error={reported.error} onRetry={() => void reported.refetch()} />}
      {reported.data?.items.length === 0 && <Empty>{t('moderation.reports.empty')}</Empty>}
      {reported.data && <HeldList items={reported.data.items} />}
      <MutedReporters department={department} />
    </div>
  );
}
