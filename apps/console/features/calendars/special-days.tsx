import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocalised } from '../../lib/i18n.js';
import classes from './calendars.module.css';
import { useDayWords } from './use-day-words.js';
import { type ShownDay, specialDays } from './year-days.js';

/** The days of a year of which something is said, to be read as a list. */
export function SpecialDays({ year, months }: { year: number; months: readonly (readonly ShownDay[])[] }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const words = useDayWords();
  const special = specialDays(months);
  if (special.length === 0) return <p className={classes.fact}>{t('calendars.year.noSpecial', { year })}</p>;
  return (
    <Table className={classes.table}>
      <caption className="visually-hidden">{t('calendars.year.special', { year })}</caption>
      <Table.Thead>
        <Table.Tr>
          {(['date', 'name', 'kind'] as const).map((column) => (
            <Table.Th key={column} scope="col">
              {t(`calendars.year.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {special.map(({ date, until, name, kind, intervals }) => (
          <Table.Tr key={date}>
            <Table.Th scope="row">
              {words.dates(date, until)} <span className={classes.dim}>{words.weekdays(date, until)}</span>
            </Table.Th>
            <Table.Td>{name ? localised(name) : '–'}</Table.Td>
            <Table.Td>
              {t(`calendars.kinds.${kind}`)}{' '}
              {intervals.length > 0 && <span className={classes.hours}>{words.hours(intervals)}</span>}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
