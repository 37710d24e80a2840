import { useTranslation } from 'react-i18next';
import type { Figures } from '#contracts/oversight.http.js';
import { useFormat } from '../../lib/i18n.js';
import { Notice } from '../../ui/states.js';
import { hasDurations, SMALL_N } from './figure-facts.js';
import classes from './oversight.module.css';

/** What has to be known before a figure is quoted. */
export function FigureNotices({ figures }: { figures: Figures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { total, zone } = figures;
  const lasts = hasDurations(figures.measure);
  const isSmall = lasts && total.n > 0 && total.n < SMALL_N;
  const isPartlyTimed = lasts && figures.clock === 'working' && total.timed < total.n;
  return (
    <div className={classes.notices}>
      {figures.isLagging && (
        <Notice tone="warn">
          {t('oversight.lagging', {
            seconds: format.number(Math.round(figures.lagSeconds)),
            time: format.time(figures.asOf),
          })}
        </Notice>
      )}
      {figures.isHistoryBehind && <Notice tone="warn">{t('oversight.historyBehind')}</Notice>}
      {!zone.isAsAsked && (
        <Notice tone="info">{t('oversight.otherZone', { timeZone: zone.timeZone ?? t('oversight.ownZones') })}</Notice>
      )}
      {isPartlyTimed && (
        <Notice tone={total.timed === 0 ? 'warn' : 'info'}>
          {t(total.timed === 0 ? 'oversight.noCalendar' : 'oversight.partlyTimed', {
            timed: format.number(total.timed),
            n: format.number(total.n),
          })}
        </Notice>
      )}
      {isSmall && <Notice tone="info">{t('oversight.small', { number: format.number(total.n) })}</Notice>}
    </div>
  );
}

/** How the figures came about, in one line: whose days, until when, how exact. */
export function FigureMethod({ figures }: { figures: Figures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { zone, exact, maxError, asOf } = figures;
  return (
    <p className={classes.method}>
      <span>{zone.timeZone ? t('oversight.zone', { timeZone: zone.timeZone }) : t('oversight.zoneOwn')}</span>
      <span>{t('oversight.asOf', { time: format.time(asOf) })}</span>
      <span>{exact ? t('oversight.exact') : t('oversight.inexact', { error: format.percent(maxError) })}</span>
    </p>
  );
}
