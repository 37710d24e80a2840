import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NotificationBell } from '../features/notifications/notification-bell.js';
import { useLiveState } from '../lib/live-context.js';
import { AccountMenu } from './account-menu.js';
import { AvailabilitySwitch } from './availability-switch.js';
import { Nav } from './nav.js';
import { PaletteButton } from './palette-button.js';
import type { ShellDialog } from './shell.js';
import classes from './shell.module.css';
import { useSideScreens } from './side-screens.js';
import type { SignOut } from './use-sign-out.js';

interface Props {
  onOpen: (dialog: ShellDialog) => void;
  signOut: SignOut;
}

export function Header({ onOpen, signOut }: Props) {
  const { t } = useTranslation();
  useSideScreens();
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
        <NotificationBell />
        <PaletteButton onOpen={() => onOpen('palette')} />
        <AccountMenu onHelp={() => onOpen('help')} signOut={signOut} />
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
