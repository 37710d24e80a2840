import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { LiveProvider } from '../lib/live-context.js';
import { Header } from './header.js';
import { LiveBanner } from './live-banner.js';
import classes from './shell.module.css';
import { ShellShortcuts } from './shell-shortcuts.js';

export function Shell() {
  const { t } = useTranslation();
  return (
    <LiveProvider>
      <div className={classes.shell}>
        <a className={classes.skip} href="#main">
          {t('shell.skip')}
        </a>
        <Header />
        <LiveBanner />
        <main id="main" className={classes.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <ShellShortcuts />
    </LiveProvider>
  );
}
