import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { LiveProvider } from '../lib/live-context.js';
import { CommandPalette } from './command-palette.js';
import { useFocusKeeper } from './focus-keeper.js';
import { Header } from './header.js';
import { LiveBanner } from './live-banner.js';
import classes from './shell.module.css';
import { ShortcutHelp } from './shortcut-help.js';
import { SignOutDialog } from './sign-out-dialog.js';
import { useShellShortcuts } from './use-shell-shortcuts.js';
import { useSignOut } from './use-sign-out.js';
import { useVisibleHeight } from './visible-height.js';

export type ShellDialog = 'help' | 'palette';

export function Shell() {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<ShellDialog | null>(null);
  const signOut = useSignOut();
  useShellShortcuts({ onOpen: setDialog, signOut });
  useFocusKeeper();
  useVisibleHeight();
  const close = () => setDialog(null);
  return (
    <LiveProvider>
      <div className={classes.shell}>
        <a className={classes.skip} href="#main">
          {t('shell.skip')}
        </a>
        <Header onOpen={setDialog} signOut={signOut} />
        <LiveBanner />
        <main id="main" className={classes.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <ShortcutHelp isOpen={dialog === 'help'} onClose={close} />
      <SignOutDialog signOut={signOut} />
      <CommandPalette isOpen={dialog === 'palette'} onClose={close} />
    </LiveProvider>
  );
}
