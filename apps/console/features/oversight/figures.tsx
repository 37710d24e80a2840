import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MEASURES } from '#domain/oversight/measure.js';
import { viewerTimeZone } from '../../lib/format.js';
import { useFormat } from '../../lib/i18n.js';
import { Empty, Failure, Loading, Notice, RefetchFailure } from '../../ui/states.js';
import { AddressTabs } from './address-tabs.js';
import { Breakdown } from './breakdown.js';
import { Comparison } from './comparison.js';
import { Course } from './course.js';
import { FigureCards } from './figure-cards.js';
import { FigureControls } from './figure-controls.js';
import { FigureMethod, FigureNotices } from './figure-notices.js';
import { type Asked, csvAddress, figuresQuery } from './figures.queries.js';
import { Narrowed } from './narrowed.js';
import classes from './oversight.module.css';
import { askedOf, comparedPeriod, type OversightQuery, type Period, periodOf } from './oversight-query.js';

/** How long it took, of how many, and who still waits. */
export function FiguresSection({ query }: { query: OversightQuery }) {
  const { t } = useTranslation();
  const zone = viewerTimeZone();
  const period = periodOf(query, new Date(), zone);
  const isBackwards = period.from !== undefined && period.to !== undefined && period.from > period.to;
  const asked = askedOf(query, period, zone);
  return (
    <>
      <section className={classes.section} aria-labelledby="figures">
        <div className={classes.sectionHead}>
          <h2 id="figures">{t('oversight.figures')}</h2>
          <a className={classes.noPrint} href={csvAddress(asked, 'none')} download>
            {t('oversight.csv')}
          </a>
        </div>
        <AddressTabs
          label={t('oversight.measure')}
          name="measure"
          values={MEASURES}
          chosen={query.measure}
          wordsOf={(measure) => t(`oversight.measures.${measure}`)}
        />
        <p className={classes.explain}>{t(`oversight.means.${query.measure}`)}</p>
        <FigureControls query={query} period={period} />
        <PrintedPeriod period={period} />
        <Narrowed query={query} />
        {isBackwards && <Notice tone="late">{t('oversight.badRange')}</Notice>}
        {!isBackwards && <Totals query={query} period={period} asked={asked} />}
      </section>
      {!isBackwards && <Course query={query} asked={asked} />}
      {!isBackwards && <Breakdown query={query} asked={asked} />}
    </>
  );
}

/** The fields do not print. */
function PrintedPeriod({ period: { from, to } }: { period: Period }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words =
    from || to
      ? `${from ? format.localDate(from) : ''} – ${to ? format.localDate(to) : ''}`
      : t('oversight.presets.all');
  return <p className={classes.printOnly}>{words}</p>;
}

function Totals({ query, period, asked }: { query: OversightQuery; period: Period; asked: Asked }) {
  const { t } = useTranslation();
  const figures = useQuery(figuresQuery(asked, 'none'));
  const other = comparedPeriod(period, query.compare);
  const before = useQuery({ ...figuresQuery({ ...asked, ...other }, 'none'), enabled: other !== null });
  if (figures.isLoadingError) return <Failure error={figures.error} onRetry={() => void figures.refetch()} />;
  if (!figures.data || figures.data.measure !== query.measure) return <Loading />;
  const { n, within } = figures.data.total;
  const isEmpty = n === 0 && within.of === 0;
  return (
    <div aria-busy={figures.isPlaceholderData} className={figures.isPlaceholderData ? classes.old : undefined}>
      {figures.isRefetchError && <RefetchFailure error={figures.error} onRetry={() => void figures.refetch()} />}
      <FigureNotices figures={figures.data} />
      {isEmpty && <Empty>{t('oversight.nothing')}</Empty>}
      {(!isEmpty || (figures.data.total.open?.n ?? 0) > 0) && <FigureCards figures={figures.data} />}
      <FigureMethod figures={figures.data} />
      {query.compare !== 'none' && other === null && <Notice tone="info">{t('oversight.needsDates')}</Notice>}
      {before.isLoadingError && <Failure error={before.error} onRetry={() => void before.refetch()} />}
      {other !== null && before.data && <Comparison now={figures.data} then={before.data} />}
    </div>
  );
}
