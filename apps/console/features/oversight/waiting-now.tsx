import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OversightLive } from '#contracts/oversight.http.js';
import { viewerTimeZone } from '../../lib/format.js';
import { withQuery } from '../../lib/http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { useNow } from '../../lib/now.js';
import { Failure, Loading, Notice, RefetchFailure } from '../../ui/states.js';
import { liveLink } from './figure-links.js';
import { liveQuery } from './live.queries.js';
import classes from './oversight.module.css';

type LiveFigure = OversightLive['total'];

export function WaitingNow() {
  const { t } = useTranslation();
  const format = useFormat();
  const localised = useLocalised();
  const timeZone = viewerTimeZone();
  const live = useQuery(liveQuery(timeZone));
  return (
    <section className={classes.section} aria-labelledby="waiting-now">
      <div className={classes.sectionHead}>
        <h2 id="waiting-now">{t('oversight.waitingNow')}</h2>
        {live.data && <span>{t('oversight.computed', { time: format.time(live.data.computedAt) })}</span>}
        <a className={classes.noPrint} href={withQuery('/api/oversight/live.csv', { timeZone })} download>
          {t('oversight.csv')}
        </a>
      </div>
      {live.isPending && <Loading />}
      {live.isLoadingError && <Failure error={live.error} onRetry={() => void live.refetch()} />}
      {live.isRefetchError && <RefetchFailure error={live.error} onRetry={() => void live.refetch()} />}
      {live.data?.isHistoryBehind && <Notice tone="info">{t('oversight.historyBehind')}</Notice>}
      {live.data && (
        <Table.ScrollContainer minWidth={560} scrollAreaProps={{ tabIndex: -1 }}>
          <Table className={`${classes.table} ${classes.short}`} highlightOnHover>
            <caption className="visually-hidden">{t('oversight.waitingCaption')}</caption>
            <LiveHead />
            <Table.Tbody>
              {live.data.departments.map((figure) => (
                <LiveRow
                  key={figure.slug}
                  name={localised(figure.name)}
                  figure={figure}
                  slug={figure.slug}
                  todayFrom={live.data.todayFrom}
                />
              ))}
              {live.data.departments.length !== 1 && (
                <LiveRow name={t('oversight.total')} figure={live.data.total} todayFrom={live.data.todayFrom} />
              )}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}

function LiveHead() {
  const { t } = useTranslation();
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{t('oversight.department')}</Table.Th>
        {(['waiting', 'overdue', 'unassigned', 'longest', 'answeredToday', 'present'] as const).map((name) => (
          <Table.Th key={name} className={classes.figure}>
            {t(`oversight.${name}`)}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}

interface RowProps {
  name: string;
  figure: LiveFigure;
  /** Missing for the total. */
  slug?: string;
  todayFrom: string;
}

function LiveRow({ name, figure, slug, todayFrom }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { longestWaitingSince, officersPresent, waiting } = figure;
  const longest = longestWaitingSince && format.duration(now - Date.parse(longestWaitingSince));
  const count = (which: 'waiting' | 'overdue' | 'unassigned' | 'answeredToday') => (
    <Table.Td className={classes.figure} data-late={which === 'overdue' && figure.overdue > 0 ? '' : undefined}>
      <Link to={liveLink(which, slug, todayFrom)}>{format.number(figure[which])}</Link>
    </Table.Td>
  );
  return (
    <Table.Tr className={slug ? undefined : classes.total}>
      <Table.Th scope="row">{name}</Table.Th>
      {count('waiting')}
      {count('overdue')}
      {count('unassigned')}
      <Table.Td className={classes.figure}>
        {longest ? (
          <Link
            to={liveLink('waiting', slug, todayFrom)}
            aria-label={t('oversight.openFrom', { figure: longest, number: format.number(waiting) })}
          >
            {longest}
          </Link>
        ) : (
          t('oversight.none')
        )}
      </Table.Td>
      {count('answeredToday')}
      <Table.Td className={classes.figure}>{format.number(officersPresent)}</Table.Td>
    </Table.Tr>
  );
}
