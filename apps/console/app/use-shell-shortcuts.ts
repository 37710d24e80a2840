import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { INBOX_VIEWS } from '#contracts/inbox.http.js';
import { speak, useLanguage, useLocalised } from '../lib/i18n.js';
import { LANGUAGE_NAMES, LANGUAGES } from '../lib/languages.js';
import { screensOf } from '../lib/screens.js';
import { useMe } from '../lib/session.js';
import { listenForShortcuts, type Shortcuts, useShortcuts } from '../lib/shortcuts.js';
import { SCHEMES } from './account-menu.js';
import { useAvailability } from './availability-switch.js';
import type { ShellDialog } from './shell.js';
import type { SignOut } from './use-sign-out.js';

interface Offered {
  onOpen: (dialog: ShellDialog) => void;
  signOut: SignOut;
}

/** What can be done on every page. */
export function useShellShortcuts({ onOpen, signOut }: Offered): void {
  const { t } = useTranslation();
  useEffect(listenForShortcuts, []);
  // At once: what is typed right after Ctrl and K belongs into its field and must not reach the page.
  const openPalette = () => flushSync(() => onOpen('palette'));
  useShortcuts('everywhere', {
    help: { keys: ['?'], words: t('keys.acts.help'), run: () => onOpen('help') },
    palette: { keys: ['Mod+k'], words: t('keys.acts.palette'), run: openPalette },
  });
  useShortcuts('screens', useScreens());
  useShortcuts('account', useAccount(signOut));
}

function useScreens(): Shortcuts {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const localised = useLocalised();
  const me = useMe();
  const screens = screensOf(me).map(({ name, path, key }) => [
    name,
    {
      keys: [`g ${key}`],
      words: t('keys.acts.go', { place: t(`shell.nav.${name}`) }),
      run: () => void navigate(path),
    },
  ]);
  const inboxOf = (search: Record<string, string>, view: string) => ({
    words: t('keys.acts.goInbox', { view }),
    run: () => void navigate({ pathname: '/inbox', search: `?${new URLSearchParams(search)}` }),
  });
  const views = INBOX_VIEWS.map((view) => [`inbox-${view}`, inboxOf({ view }, t(`inbox.views.${view}`))]);
  const departments = me.departments.map(({ slug, name }) => [
    `department-${slug}`,
    inboxOf({ view: 'queue', department: slug }, localised(name)),
  ]);
  return Object.fromEntries([...screens, ...views, ...(departments.length > 1 ? departments : [])]);
}

function useAccount({ leave }: SignOut): Shortcuts {
  const { t } = useTranslation();
  const current = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const availability = useAvailability();
  const languages = LANGUAGES.map((language) => [
    `speak-${language}`,
    {
      words: t('keys.acts.speak', { language: LANGUAGE_NAMES[language] }),
      run: language === current ? undefined : () => void speak(language),
    },
  ]);
  const schemes = SCHEMES.map((scheme) => [
    `scheme-${scheme}`,
    {
      words: t('keys.acts.scheme', { scheme: t(`shell.schemes.${scheme}`) }),
      run: scheme === colorScheme ? undefined : () => setColorScheme(scheme),
    },
  ]);
  return {
    availability: {
      words: t(availability.isAvailable ? 'keys.acts.away' : 'keys.acts.available'),
      run: availability.isOffered ? () => availability.set(!availability.isAvailable) : undefined,
    },
    ...Object.fromEntries([...languages, ...schemes]),
    signOut: { words: t('shell.signOut'), run: leave },
  };
}
