import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OversightLive } from '#contracts/oversight.http.js';
import { useFormat } from '../../../lib/i18n.js';
import { useNow } from '../../../lib/now.js';
import { type LiveCount, liveLink } from '../figure-links.js';
import { medianWords } from './median-words.js';
import classes from './wall.module.css';

interface Props {
  figure: OversightLive['total'];
  todayFrom: string;
}

/** What everybody in the room should know, as large as it can be. Every number opens what it counts. */
export function WallFigures({ figure, todayFrom }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { longestWaitingSince: since } = figure;
  const link = (count: LiveCount) => liveLink(count, undefined, todayFrom);
  return (
    <section aria-label={t('wall.everywhere')} className={classes.tiles}>
      <Tile label={t('oversight.waiting')} value={format.number(figure.waiting)} to={link('waiting')}>
        {since && t('wall.longest', { duration: format.duration(now - Date.parse(since)) })}
      </Tile>
      <Tile
        label={t('oversight.overdue')}
        value={format.number(figure.overdue)}
        to={link('overdue')}
        isLate={figure.overdue > 0}
      >
        {figure.unassigned > 0 && t('wall.unassigned', { number: format.number(figure.unassigned) })}
      </Tile>
      <Tile
        label={t('oversight.answeredToday')}
        value={format.number(figure.answeredToday)}
        to={link('answeredToday')}
      />
      <Tile label={t('wall.medianToday')} value={medianWords(figure, format)} to={link('answeredToday')}>
        {figure.answeredToday > 0 && t('wall.medianOf', { number: format.number(figure.answeredToday) })}
      </Tile>
      <Tile label={t('oversight.present')} value={format.number(figure.officersPresent)} />
    </section>
  );
}

interface TileProps {
  label: string;
  value: string;
  to?: string;
  isLate?: boolean;
  children?: ReactNode;
}

function Tile({ label, value, to, isLate = false, children }: TileProps) {
  return (
    <div className={classes.tile} data-late={isLate || undefined}>
      <span className={classes.label}>{label}</span>
      <span className={classes.value}>{to ? <Link to={to}>{value}</Link> : value}</span>
      <span className={classes.beside}>{children}</span>
    </div>
  );
}
