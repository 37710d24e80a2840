import { useTranslation } from 'react-i18next';
import type { CalendarSummary } from '#contracts/calendars.http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import classes from './calendars.module.css';
import { useDayWords } from './use-day-words.js';

/** Zone, holidays, followers and version, in two lines. */
export function CalendarFacts({ calendar }: { calendar: CalendarSummary }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const format = useFormat();
  const words = useDayWords();
  const { departments, holidays, timeZone, version, changedAt, isForAll } = calendar;
  const names = departments.map(({ name }) => localised(name)).join(' · ');
  return (
    <>
      <p className={classes.fact}>
        {t('calendars.zone', { timeZone })}
        {' · '}
        {holidays ? t('calendars.holidaysOf', { region: words.region(holidays) }) : t('calendars.noHolidays')}
      </p>
      {isForAll && <p className={classes.fact}>{t('calendars.forAll')}</p>}
      <p className={classes.fact}>{names ? t('calendars.followedBy', { names }) : t('calendars.followedByNone')}</p>
      <p className={classes.fact}>
        {t('calendars.versionAt', { version: format.number(version), time: format.dateTime(changedAt) })}
      </p>
    </>
  );
}
