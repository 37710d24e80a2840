import { Table } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Figure, Figures } from '#contracts/oversight.http.js';
import type { Format } from '../../lib/format.js';
import { useFormat } from '../../lib/i18n.js';
import { DURATIONS, hasDurations, hoursWords, withinWords } from './figure-facts.js';
import classes from './oversight.module.css';

interface Props {
  now: Figures;
  then: Figures;
}

/** Two periods side by side, and what changed in a sentence of its own. */
export function Comparison({ now, then }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const datesOf = ({ from, to }: Figures) =>
    `${from ? format.localDate(from) : ''} – ${to ? format.localDate(to) : ''}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls and holds nothing to press has to be reachable by the keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={t('oversight.comparison')}>
      <Table className={classes.table} captionSide="top">
        <Table.Caption>{t('oversight.comparison')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('oversight.figure')}</Table.Th>
            <Table.Th className={classes.figure}>{datesOf(now)}</Table.Th>
            <Table.Th className={classes.figure}>{datesOf(then)}</Table.Th>
            <Table.Th>{t('oversight.difference')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rowsOf(now, then, t, format).map(({ name, values, change }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              {values.map((value, place) => (
                <Table.Td key={place === 0 ? 'now' : 'then'} className={classes.figure}>
                  {value}
                </Table.Td>
              ))}
              <Table.Td className={classes.change}>{change}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

interface Row {
  name: string;
  values: [string, string];
  change: string;
}

function rowsOf({ measure, total: now }: Figures, { total: then }: Figures, t: TFunction, format: Format): Row[] {
  const count: Row = {
    name: t(`oversight.counted.${measure}`),
    values: [format.number(now.n), format.number(then.n)],
    change: countChange(now.n, then.n, t, format),
  };
  if (!hasDurations(measure)) return [count];
  const hours = DURATIONS.map(
    (name): Row => ({
      name: t(`oversight.${name}`),
      values: [hoursWords(now[name], format), hoursWords(then[name], format)],
      change: hoursChange(now[name], then[name], t, format),
    }),
  );
  const within: Row = {
    name: t('oversight.withinDeadline'),
    values: [withinWords(now, t, format), withinWords(then, t, format)],
    change: shareChange(now.within.share, then.within.share, t, format),
  };
  return [count, ...hours, within];
}

function countChange(now: number, then: number, t: TFunction, format: Format): string {
  if (now === then) return t('oversight.same');
  const values = { number: format.number(Math.abs(now - then)), share: shareOf(now - then, then, format) };
  return t(now > then ? 'oversight.more' : 'oversight.fewer', values);
}

function hoursChange(now: number | null, then: number | null, t: TFunction, format: Format): string {
  if (now === null || then === null) return t('oversight.incomparable');
  if (now === then) return t('oversight.same');
  const values = { hours: hoursWords(Math.abs(now - then), format), share: shareOf(now - then, then, format) };
  return t(now > then ? 'oversight.longer' : 'oversight.shorter', values);
}

function shareChange(now: Figure['within']['share'], then: number | null, t: TFunction, format: Format): string {
  if (now === null || then === null) return t('oversight.incomparable');
  const points = Math.round((now - then) * 1_000) / 10;
  if (points === 0) return t('oversight.same');
  return t(points > 0 ? 'oversight.pointsMore' : 'oversight.pointsFewer', { points: format.one(Math.abs(points)) });
}

/** Nothing can be a share of nothing. */
function shareOf(change: number, of: number, format: Format): string {
  if (of === 0) return '–';
  return `${change > 0 ? '+' : '−'}${format.percent(Math.abs(change / of))}`;
}
