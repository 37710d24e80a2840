import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarView } from '#contracts/calendars.http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import layout from '../../ui/layout.module.css';
import { Failure, Loading } from '../../ui/states.js';
import classes from './calendars.module.css';
import { versionQuery } from './calendars.queries.js';
import { useDayWords } from './use-day-words.js';
import { type VersionDiff, versionDiff } from './version-diff.js';

const SHOWN_DAYS = 60;

/** Every version, the newest first: who, when, why; and on demand what it changed. */
export function CalendarVersions({ calendar: { slug, versions } }: { calendar: CalendarView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={`${layout.section} ${classes.section}`} aria-labelledby="versions">
      <h2 id="versions">{t('calendars.versions.title')}</h2>
      <ol className={classes.versions} reversed start={versions.length}>
        {versions.map(({ version, why, createdByName, createdAt }) => (
          <li key={version} value={version}>
            <strong>{why}</strong>
            <p className={classes.fact}>
              {t('calendars.versions.by', {
                name: createdByName ?? t('calendars.versions.laidOut'),
                time: format.dateTime(createdAt),
              })}
            </p>
            {version > 1 ? (
              <Compared slug={slug} version={version} />
            ) : (
              <p className={classes.fact}>{t('calendars.versions.first')}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Compared({ slug, version }: { slug: string; version: number }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('calendars.versions.compare', { version })}</summary>
      {isOpen && <Changes slug={slug} version={version} />}
    </details>
  );
}

function Changes({ slug, version }: { slug: string; version: number }) {
  const before = useQuery(versionQuery(slug, version - 1));
  const after = useQuery(versionQuery(slug, version));
  if (before.isPending || after.isPending) return <Loading />;
  const retry = () => {
    void before.refetch();
    void after.refetch();
  };
  if (!before.data || !after.data) return <Failure error={before.error ?? after.error} onRetry={retry} />;
  return <Diff diff={versionDiff(before.data, after.data)} />;
}

function Diff({ diff: { zone, week, holidays, days } }: { diff: VersionDiff }) {
  const { t } = useTranslation();
  const words = useDayWords();
  const off = t('calendars.year.off');
  if (!zone && !holidays && week.length + days.length === 0) {
    return <p className={classes.fact}>{t('calendars.versions.same')}</p>;
  }
  return (
    <ul className={classes.diff}>
      {zone && <li>{t('calendars.versions.zone', zone)}</li>}
      {week.map(({ weekday, before, after }) => (
        <li key={weekday}>
          {t('calendars.versions.week', {
            weekday: t(`calendars.weekdays.d${weekday}`),
            before: before || off,
            after: after || off,
          })}
        </li>
      ))}
      {holidays && (
        <li>
          {t('calendars.versions.holidays', {
            before: words.region(holidays.before),
            after: words.region(holidays.after),
          })}
        </li>
      )}
      {days.length > 0 && <ChangedDays days={days} />}
    </ul>
  );
}

function ChangedDays({ days }: Pick<VersionDiff, 'days'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const localised = useLocalised();
  const words = useDayWords();
  const said = (day: VersionDiff['days'][number]['before']) =>
    day ? [day.name && localised(day.name), words.hours(day.intervals)].filter(Boolean).join(' ') : '–';
  return (
    <li>
      {t('calendars.versions.days', { count: days.length })}
      <ul>
        {days.slice(0, SHOWN_DAYS).map(({ date, before, after }) => (
          <li key={date}>
            {format.localDate(date)}: {said(before)} → {said(after)}
          </li>
        ))}
        {days.length > SHOWN_DAYS && <li>{t('calendars.versions.more', { count: days.length - SHOWN_DAYS })}</li>}
      </ul>
    </li>
  );
}
