import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResponseTimeFigure } from '#contracts/oversight.http.js';
import { useFormat } from '../../lib/i18n.js';
import { answeredLink } from './figure-links.js';
import classes from './oversight.module.css';

interface Props {
  name: string;
  row: Parameters<typeof answeredLink>[0];
  figure: ResponseTimeFigure;
  /** The longest median of the table: a full bar. */
  longest: number;
  isTotal?: boolean;
}

/** One row of figures; each opens the conversations that it was computed from. */
export function FigureRow({ name, row, figure, longest, isTotal = false }: Props) {
  const format = useFormat();
  const { n, medianHours, p90Hours, meanHours, withinSevenDays } = figure;
  const all = answeredLink(row, 'all');
  const within = answeredLink(row, 'within-seven-days');
  return (
    <Table.Tr className={isTotal ? classes.total : undefined}>
      <Table.Th scope="row">{name}</Table.Th>
      <Table.Td className={classes.figure}>
        <Link to={all}>{format.number(n)}</Link>
      </Table.Td>
      <Table.Td className={classes.figure}>
        <HoursLink to={all} hours={medianHours} n={n} />
        <Bar share={longest > 0 ? (medianHours ?? 0) / longest : 0} />
      </Table.Td>
      <Table.Td className={classes.figure}>
        <HoursLink to={all} hours={p90Hours} n={n} />
      </Table.Td>
      <Table.Td className={classes.figure}>
        <HoursLink to={all} hours={meanHours} n={n} />
      </Table.Td>
      <Table.Td className={classes.figure}>
        <Link to={within}>{format.number(withinSevenDays)}</Link>
      </Table.Td>
      <Table.Td className={classes.figure}>
        {n > 0 && <Link to={within}>{format.percent(withinSevenDays / n)}</Link>}
      </Table.Td>
    </Table.Tr>
  );
}

function HoursLink({ to, hours, n }: { to: string; hours: number | null; n: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (hours === null) return t('oversight.none');
  const figure = `${format.hours(hours)} · ${format.days(hours)}`;
  return (
    <Link to={to} aria-label={t('oversight.openFrom', { figure, number: format.number(n) })}>
      {figure}
    </Link>
  );
}

/** The figure beside it says the same in words. */
function Bar({ share }: { share: number }) {
  return (
    <span className={classes.bar} aria-hidden="true">
      <span style={{ width: `${Math.max(1, share * 100)}%` }} />
    </span>
  );
}
