import { useTranslation } from 'react-i18next';
import type { WorkingInterval } from '#domain/assignment/working-hours.js';
import classes from './calendars.module.css';
import { weekLines } from './week-words.js';

/** "Monday – Friday 9:00–12:00, 13:30–18:00" */
export function WeekSummary({ weekly }: { weekly: readonly WorkingInterval[] }) {
  const { t } = useTranslation();
  const lines = weekLines(weekly);
  if (lines.length === 0) return <p className={classes.fact}>{t('calendars.noWeek')}</p>;
  return (
    <ul className={classes.week}>
      {lines.map(({ first, last, hours }) => (
        <li key={first}>
          {t(`calendars.weekdays.d${first}`)}
          {first !== last && ` – ${t(`calendars.weekdays.d${last}`)}`} <span className={classes.hours}>{hours}</span>
        </li>
      ))}
    </ul>
  );
}
