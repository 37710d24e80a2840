import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../lib/announce.js';
import { useFormat } from '../lib/i18n.js';
import { useLiveState } from '../lib/live-context.js';
import { Icon } from '../ui/icons.js';
import classes from './shell.module.css';

/** A page that has just been opened is fresh; only a connection that takes long is worth a word. */
const PATIENCE_MS = 1_500;

export function LiveBanner() {
  const { t } = useTranslation();
  const format = useFormat();
  const { status, since } = useLiveState();
  const isSlow = useIsLongerThan(status === 'connecting', PATIENCE_MS);
  const wasLost = useRef(false);
  useEffect(() => {
    if (status === 'live' && wasLost.current) announce(t('shell.liveAgain'));
    wasLost.current = status === 'lost';
  }, [status, t]);
  const isShown = status === 'lost' || isSlow;
  return (
    <div role="alert" className={isShown ? classes.banner : 'visually-hidden'}>
      {isShown && <Icon name="warning" size={16} />}
      {status === 'lost' && <span>{t('shell.notLive', { time: format.time(since) })}</span>}
      {isSlow && <span>{t('shell.connecting')}</span>}
    </div>
  );
}

function useIsLongerThan(isOn: boolean, ms: number): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isOn) return setLong(false);
    const timer = setTimeout(() => setLong(true), ms);
    return () => clearTimeout(timer);
  }, [isOn, ms]);
  return isLong;
}
