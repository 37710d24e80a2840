import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTell } from '../../lib/tell.js';
import {
  allowBrowserMessages,
  type BrowserMessages,
  browserMessages,
  stopBrowserMessages,
} from './browser-messages.js';
import classes from './notifications.module.css';

const WORDS = {
  missing: 'notifications.browserMissing',
  denied: 'notifications.browserDenied',
  off: 'notifications.browserOff',
  on: 'notifications.browserOn',
} as const satisfies Record<BrowserMessages, string>;

/** The browser is asked on a press, never by itself. */
export function BrowserCard() {
  const { t } = useTranslation();
  const tell = useTell();
  const [state, setState] = useState(browserMessages);
  const allow = async () => {
    const next = await allowBrowserMessages();
    setState(next);
    if (next === 'on') tell.done(t('notifications.browserAllowed'));
  };
  return (
    <section className={classes.card} aria-labelledby="browser-messages">
      <h2 id="browser-messages" className={classes.cardTitle}>
        {t('notifications.browserTitle')}
      </h2>
      <p role="status">{t(WORDS[state])}</p>
      {state === 'off' && <Button onClick={() => void allow()}>{t('notifications.browserAllow')}</Button>}
      {state === 'on' && (
        <Button variant="default" onClick={() => setState(stopBrowserMessages())}>
          {t('notifications.browserStop')}
        </Button>
      )}
    </section>
  );
}
