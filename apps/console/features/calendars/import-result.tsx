import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportResult as Result } from '#contracts/calendars.http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { Notice } from '../../ui/states.js';
import classes from './calendars.module.css';
import { useDayWords } from './use-day-words.js';

const SHOWN = 100;

/** What a file would bring, and the lines that stand against it. */
export function ImportResult({ result: { days, refused } }: { result: Result }) {
  const { t } = useTranslation();
  return (
    <>
      {refused.length > 0 && (
        <Notice tone="late" title={t('calendars.import.refused', { count: refused.length })}>
          <ul className={classes.refused}>
            {refused.slice(0, SHOWN).map(({ line, code, detail }) => (
              <li key={`${line} ${code} ${detail}`}>
                {t('calendars.import.line', { line, reason: t(`calendars.import.reasons.${code}`, { detail }) })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p role="status">
        {days.length > 0 ? t('calendars.import.holds', { count: days.length }) : t('calendars.import.holdsNone')}
      </p>
      {days.length > 0 && <Days days={days} />}
    </>
  );
}

function Days({ days }: Pick<Result, 'days'>) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const format = useFormat();
  const words = useDayWords();
  const before = { holiday: t('calendars.import.replacesHoliday'), exception: t('calendars.import.replacesException') };
  const heads = [
    t('calendars.import.lineHead'),
    t('calendars.year.date'),
    t('calendars.year.name'),
    t('calendars.year.hoursOf'),
    t('calendars.import.replaces'),
  ];
  return (
    <>
      <Table.ScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table className={classes.table}>
          <caption className="visually-hidden">{t('calendars.import.holds', { count: days.length })}</caption>
          <Table.Thead>
            <Table.Tr>
              {heads.map((head) => (
                <Table.Th key={head} scope="col">
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {days.slice(0, SHOWN).map(({ line, date, name, intervals, replaces }) => (
              <Table.Tr key={date}>
                <Table.Td>{format.number(line)}</Table.Td>
                <Table.Th scope="row">
                  {format.localDate(date)} <span className={classes.dim}>{words.weekday(date)}</span>
                </Table.Th>
                <Table.Td>{name ? localised(name) : '–'}</Table.Td>
                <Table.Td className={classes.hours}>{words.hours(intervals)}</Table.Td>
                <Table.Td>{replaces ? before[replaces] : '–'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {days.length > SHOWN && (
        <p className={classes.fact}>{t('calendars.import.more', { count: days.length - SHOWN })}</p>
      )}
    </>
  );
}
