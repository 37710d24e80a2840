import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { responseTimesSchema } from '#contracts/oversight.http.js';
import { viewerTimeZone } from '../../lib/format.js';
import { read, withQuery } from '../../lib/http.js';
import { useFormat } from '../../lib/i18n.js';
import { keys } from '../../lib/keys.js';
import { Empty, Failure, Loading, Notice, RefetchFailure } from '../../ui/states.js';
import classes from './oversight.module.css';
import { datesOf, type OversightRange } from './oversight-range.js';
import { RangeControls } from './range-controls.js';
import { ResponseTimesTable } from './response-times-table.js';

const timesQuery = (query: { from?: string; to?: string; department?: string; groupBy: string; timeZone: string }) =>
  queryOptions({
    queryKey: keys.responseTimes(query),
    queryFn: ({ signal }) => read(withQuery('/oversight/response-times', query), responseTimesSchema, signal),
  });

export function ResponseTimesSection({ range }: { range: OversightRange }) {
  const { t } = useTranslation();
  const format = useFormat();
  const timeZone = viewerTimeZone();
  const { from, to } = datesOf(range, new Date(), timeZone);
  const isBackwards = from !== undefined && to !== undefined && from > to;
  const { department, groupBy } = range;
  const times = useQuery({
    ...timesQuery({ from, to, department, groupBy, timeZone }),
    enabled: !isBackwards,
    placeholderData: keepPreviousData,
  });
  return (
    <section className={classes.section} aria-labelledby="response-times">
      <div className={classes.sectionHead}>
        <h2 id="response-times">{t('oversight.responseTimes')}</h2>
        <span>{t('oversight.zone', { timeZone })}</span>
        {times.data && <span>{t('oversight.computed', { time: format.time(times.data.computedAt) })}</span>}
      </div>
      <p className={classes.explain}>{t('oversight.explain')}</p>
      <RangeControls range={range} dates={{ from, to }} />
      {isBackwards && <Notice tone="late">{t('oversight.badRange')}</Notice>}
      {times.isPending && !isBackwards && <Loading />}
      {times.isLoadingError && <Failure error={times.error} onRetry={() => void times.refetch()} />}
      {times.isRefetchError && <RefetchFailure error={times.error} onRetry={() => void times.refetch()} />}
      {times.data?.total.n === 0 && <Empty>{t('oversight.noneAnswered')}</Empty>}
      {times.data && times.data.total.n > 0 && (
        <div aria-busy={times.isPlaceholderData} className={times.isPlaceholderData ? classes.old : undefined}>
          <ResponseTimesTable key={groupBy} times={times.data} range={range} />
        </div>
      )}
    </section>
  );
}
