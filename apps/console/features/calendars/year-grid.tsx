import { useTranslation } from 'react-i18next';
import { DAY_KINDS, type DayKind } from '#domain/deadlines/day-kind.js';
import { useLocalised } from '../../lib/i18n.js';
import classes from './calendars.module.css';
import { useDayWords } from './use-day-words.js';
import { WEEKDAYS } from './week-words.js';
import { type ShownDay, weeksOf } from './year-days.js';

const MARKED = ['holiday', 'half', 'longer', 'make-up'] as const;
type Marked = (typeof MARKED)[number];

function isMarked(kind: DayKind): kind is Marked {
  return MARKED.some((marked) => marked === kind);
}

interface Props {
  months: readonly (readonly ShownDay[])[];
  /** Dates to point out: those that a change would move. */
  pointed?: ReadonlySet<string>;
}

/** Twelve months, each date with what it is: by ground, by mark and, for readers, in words. */
export function YearGrid({ months, pointed }: Props) {
  return (
    <div className={classes.months}>
      {months.map((month, index) => (
        <Month key={month[0]?.date ?? index} index={index} days={month} pointed={pointed} />
      ))}
    </div>
  );
}

interface MonthProps {
  index: number;
  days: readonly ShownDay[];
  pointed: ReadonlySet<string> | undefined;
}

function Month({ index, days, pointed }: MonthProps) {
  const { t } = useTranslation();
  const words = useDayWords();
  return (
    <table className={classes.month}>
      <caption>{words.month(index)}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              <span aria-hidden="true">{t(`calendars.shortWeekdays.d${weekday}`)}</span>
              <span className="visually-hidden">{t(`calendars.weekdays.d${weekday}`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place in the month
          <tr key={row}>
            {week.map((day, column) =>
              day ? (
                <Day key={day.date} day={day} isPointed={pointed?.has(day.date) ?? false} />
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: nothing is there
                <td key={column} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day: { date, kind, intervals, name }, isPointed }: { day: ShownDay; isPointed: boolean }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const words = useDayWords();
  const title = [name && localised(name), t(`calendars.kinds.${kind}`), words.hours(intervals)];
  return (
    <td data-kind={kind} data-pointed={isPointed || undefined} title={title.filter(Boolean).join(' · ')}>
      {Number(date.slice(8))}
      {isPointed && <span className="visually-hidden"> {t('calendars.preview.pointed')}</span>}
      {isMarked(kind) && (
        <>
          <sup aria-hidden="true">{t(`calendars.marks.${kind}`)}</sup>
          <span className="visually-hidden"> {t(`calendars.kinds.${kind}`)}</span>
        </>
      )}
    </td>
  );
}

/** What each ground and mark means. */
export function YearLegend() {
  const { t } = useTranslation();
  return (
    <ul className={classes.legend} aria-label={t('calendars.year.legend')}>
      {DAY_KINDS.map((kind) => (
        <li key={kind}>
          <span data-kind={kind} className={classes.sample} aria-hidden="true">
            8{isMarked(kind) && <sup>{t(`calendars.marks.${kind}`)}</sup>}
          </span>
          {t(`calendars.kinds.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
