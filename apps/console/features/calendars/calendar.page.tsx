import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { CalendarView } from '#contracts/calendars.http.js';
import { useLocalised } from '../../lib/i18n.js';
import layout from '../../ui/layout.module.css';
import { PageHeading } from '../../ui/page-heading.js';
import { Failure, Loading, Notice, RefetchFailure } from '../../ui/states.js';
import { ArchiveButton } from './archive-button.js';
import { CalendarFacts } from './calendar-facts.js';
import { CalendarVersions } from './calendar-versions.js';
import classes from './calendars.module.css';
import { calendarQuery } from './calendars.queries.js';
import { ImportPanel } from './import-panel.js';
import { SpecialDays } from './special-days.js';
import { useDayWords } from './use-day-words.js';
import { WeekSummary } from './week-summary.js';
import { minutesOfYear, yearDays } from './year-days.js';
import { YearGrid, YearLegend } from './year-grid.js';
import { YearSwitch } from './year-switch.js';

/** What one calendar says: the week, a year at a time, who follows it, and how it came about. */
export function CalendarPage() {
  const { t } = useTranslation();
  const { slug = '' } = useParams();
  const calendar = useQuery(calendarQuery(slug));
  if (calendar.isPending) return <Loading title={t('calendars.title')} />;
  if (!calendar.data) {
    return (
      <Failure error={calendar.error} onRetry={() => void calendar.refetch()}>
        <Link to="/calendars">{t('calendars.back')}</Link>
      </Failure>
    );
  }
  return (
    <div className={layout.page}>
      {calendar.isRefetchError && <RefetchFailure error={calendar.error} onRetry={() => void calendar.refetch()} />}
      <Whole calendar={calendar.data} />
    </div>
  );
}

function Whole({ calendar }: { calendar: CalendarView }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const { slug, mayEdit, mayArchive } = calendar;
  return (
    <>
      <Link to="/calendars">{t('calendars.back')}</Link>
      <PageHeading title={localised(calendar.name)} subject={slug} />
      <section className={`${layout.section} ${classes.section}`} aria-label={localised(calendar.name)}>
        <WeekSummary weekly={calendar.weekly} />
        <CalendarFacts calendar={calendar} />
        {calendar.isArchived && <Notice tone="warn">{t('calendars.archived.note')}</Notice>}
        {(mayEdit || mayArchive) && (
          <Group mt="sm">
            {mayEdit && (
              <Button component={Link} to={`/calendars/${encodeURIComponent(slug)}/edit`}>
                {t('calendars.edit')}
              </Button>
            )}
            {mayArchive && <ArchiveButton calendar={calendar} />}
          </Group>
        )}
        {!mayEdit && !calendar.isArchived && <p className={classes.fact}>{t('calendars.readOnly')}</p>}
      </section>
      <Year calendar={calendar} />
      {mayEdit && <ImportPanel calendar={calendar} />}
      <CalendarVersions calendar={calendar} />
    </>
  );
}

function Year({ calendar }: { calendar: CalendarView }) {
  const { t } = useTranslation();
  const words = useDayWords();
  const [year, setYear] = useShownYear();
  const months = yearDays(year, calendar);
  const known = calendar.days.filter(({ origin }) => origin === 'holiday').map(({ date }) => Number(date.slice(0, 4)));
  const [from, to] = [Math.min(...known), Math.max(...known)];
  return (
    <section className={`${layout.section} ${classes.section}`} aria-labelledby="year">
      <YearSwitch id="year" year={year} onChange={setYear} />
      <p className={classes.fact}>{t('calendars.year.hours', { hours: words.inHours(minutesOfYear(months)) })}</p>
      {known.length > 0 && (year < from || year > to) && (
        <p className={classes.fact}>{t('calendars.year.outside', { from, to })}</p>
      )}
      <YearLegend />
      <YearGrid months={months} />
      <h3>{t('calendars.year.special', { year })}</h3>
      <SpecialDays year={year} months={months} />
    </section>
  );
}

/** In the address, so that it can be sent to somebody and comes back with "back". */
export function useShownYear(): [number, (year: number) => void] {
  const [search, setSearch] = useSearchParams();
  const named = Number(search.get('year'));
  const year = Number.isInteger(named) && named >= 1970 && named <= 2199 ? named : new Date().getFullYear();
  return [year, (chosen) => setSearch({ year: String(chosen) }, { replace: true })];
}
