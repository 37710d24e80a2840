import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n.js';
import { useLiveState } from '../../../lib/live-context.js';
import { Icon } from '../../../ui/icons.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { useSecond } from './use-second.js';
import classes from './wall.module.css';

/** Figures are asked for every ten seconds: older than this they are not what is now. */
const OLD_AFTER_MS = 25_000;

interface Props {
  /** When the figures came; 0 before the first. */
  updatedAt: number;
  hasFailed: boolean;
}

export function WallHead({ updatedAt, hasFailed }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useSecond();
  const { status } = useLiveState();
  const age = Math.max(0, now - updatedAt);
  const isOld = updatedAt > 0 && age > OLD_AFTER_MS;
  const isLive = status === 'live' && !hasFailed && !isOld;
  const isLost = updatedAt > 0 && !isLive && (status === 'lost' || hasFailed || isOld);
  return (
    <header className={classes.head}>
      <PageHeading title={t('wall.title')} />
      <div className={classes.state} data-lost={isLost || undefined}>
        <span role="alert" className={classes.words}>
          {isLost && (
            <>
              <Icon name="warning" size={28} />
              {t('wall.notLive', { time: format.time(new Date(updatedAt)) })}
            </>
          )}
        </span>
        {/* Counts on every second: shown, not read out. */}
        {isLost && <span aria-hidden="true">{t('wall.old', { seconds: format.number(Math.round(age / 1_000)) })}</span>}
        {isLive && (
          <span className={classes.live}>
            <span className={classes.dot} aria-hidden="true" />
            {t('wall.live')}
          </span>
        )}
      </div>
      <time className={classes.clock} dateTime={new Date(now).toISOString()}>
        {format.time(new Date(now))}
      </time>
    </header>
  );
}
