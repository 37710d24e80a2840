import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { LiveProvider } from '../lib/live-context.js';
import { listenForShortcuts, useShortcuts } from '../lib/shortcuts.js';
import { ShortcutHelp } from './shortcut-help.js';

/** For a screen that many look at: the page alone, without the console around it, and as live as the console. */
export function WallFrame() {
  const { t } = useTranslation();
  const [isHelping, setHelping] = useState(false);
  useEffect(listenForShortcuts, []);
  useShortcuts('everywhere', { help: { keys: ['?'], words: t('keys.acts.help'), run: () => setHelping(true) } });
  return (
    <LiveProvider>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <ShortcutHelp isOpen={isHelping} onClose={() => setHelping(false)} />
    </LiveProvider>
  );
}
