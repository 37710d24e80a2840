import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLiveState } from '../lib/live-context.js';
import { AccountMenu } from './account-menu.js';
import { AvailabilitySwitch } from './availability-switch.js';
import { Nav } from './nav.js';
import classes from './shell.module.css';

export function Header() {
  const { t } = useTranslation();
  return (
    <header className={classes.header}>
      <Link to="/inbox" className={classes.brand}>
        <img src="/favicon.svg" alt="" width={22} height={22} />
        <span>{t('common.product')}</span>
      </Link>
      <Nav />
      <Group gap="sm" wrap="nowrap" className={classes.tools}>
        <LiveDot />
        <AvailabilitySwitch />
        <AccountMenu />
      </Group>
    </header>
  );
}

function LiveDot() {
  const { t } = useTranslation();
  const { status } = useLiveState();
  if (status !== 'live') return null;
  return (
    <span className={classes.live}>
      <span className={classes.dot} aria-hidden="true" />
      {t('shell.live')}
    </span>
  );
}
