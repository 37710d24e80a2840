import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import type { CalendarList, CalendarSummary } from '#contracts/calendars.http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import layout from '../../ui/layout.module.css';
import { PageHeading } from '../../ui/page-heading.js';
import { Empty, Failure, Loading, RefetchFailure } from '../../ui/states.js';
import { CalendarFacts } from './calendar-facts.js';
import classes from './calendars.module.css';
import { calendarsQuery } from './calendars.queries.js';
import { WeekSummary } from './week-summary.js';

/** Every calendar of the desk, and who follows it. */
export function CalendarsPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const calendars = useQuery(calendarsQuery);
  const named = search.get('calendar');
  if (named) return <Navigate to={`/calendars/${encodeURIComponent(named)}`} replace />;
  return (
    <div className={layout.page}>
      <PageHeading title={t('calendars.title')} />
      <Text c="dimmed" maw="50rem">
        {t('calendars.lead')} {t('calendars.choose')}
      </Text>
      {calendars.isPending && <Loading />}
      {calendars.isLoadingError && <Failure error={calendars.error} onRetry={() => void calendars.refetch()} />}
      {calendars.isRefetchError && <RefetchFailure error={calendars.error} onRetry={() => void calendars.refetch()} />}
      {calendars.data && <Listed list={calendars.data} />}
    </div>
  );
}

function Listed({ list: { items, mayCreate } }: { list: CalendarList }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [archived, offered] = [items.filter((one) => one.isArchived), items.filter((one) => !one.isArchived)];
  return (
    <>
      {mayCreate && (
        <Group>
          <Button component={Link} to="/calendars/new">
            {t('calendars.new')}
          </Button>
        </Group>
      )}
      {offered.length === 0 && <Empty>{t(archived.length > 0 ? 'calendars.noneOffered' : 'calendars.none')}</Empty>}
      <Cards calendars={offered} />
      {archived.length > 0 && (
        <details>
          <summary>
            {t('calendars.archived.title')} ({format.number(archived.length)})
          </summary>
          <Cards calendars={archived} />
        </details>
      )}
    </>
  );
}

function Cards({ calendars }: { calendars: CalendarSummary[] }) {
  return (
    <ul className={classes.cards}>
      {calendars.map((calendar) => (
        <li key={calendar.id} className={`${layout.section} ${classes.section}`}>
          <Card calendar={calendar} />
        </li>
      ))}
    </ul>
  );
}

function Card({ calendar }: { calendar: CalendarSummary }) {
  const localised = useLocalised();
  return (
    <>
      <h2>
        <Link to={`/calendars/${encodeURIComponent(calendar.slug)}`}>{localised(calendar.name)}</Link>
      </h2>
      <WeekSummary weekly={calendar.weekly} />
      <CalendarFacts calendar={calendar} />
    </>
  );
}
