import { ActionIcon, Button, Popover, SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { speak, useLanguage } from '../lib/i18n.js';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '../lib/languages.js';
import { hasRole, useMe } from '../lib/session.js';
import { Icon } from '../ui/icons.js';
import type { SignOut } from './use-sign-out.js';

export const SCHEMES = ['auto', 'light', 'dark'] as const;

/** Who is signed in, and how this officer likes the console. */
export function AccountMenu({ onHelp, signOut }: { onHelp: () => void; signOut: SignOut }) {
  const { t } = useTranslation();
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  // What would be lost is asked about in a dialog of its own.
  if (isOpen && signOut.unsaved) setOpen(false);
  const help = () => {
    setOpen(false);
    onHelp();
  };
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={270}
      withinPortal={false}
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <ActionIcon
          variant="default"
          size="lg"
          onClick={() => setOpen(!isOpen)}
          aria-label={t('shell.account', { name: me.name })}
          title={me.name}
        >
          <Icon name="person" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('shell.account', { name: me.name })}>
        <Stack gap="sm">
          <div>
            <Text fw={650}>{me.name}</Text>
            <Text size="sm" c="dimmed">
              {me.email}
            </Text>
          </div>
          <LanguageChoice />
          <SchemeChoice />
          <OwnHoursLink onOpen={() => setOpen(false)} />
          <Button component={Link} to="/canned-replies" variant="default" onClick={() => setOpen(false)}>
            {t('canned.title')}
          </Button>
          <Button variant="default" leftSection={<Icon name="keyboard" />} onClick={help}>
            {t('shell.shortcuts')}
          </Button>
          <SignOutButton signOut={signOut} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Only officers have hours. */
function OwnHoursLink({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  if (!hasRole(useMe(), 'officer')) return null;
  return (
    <Button component={Link} to="/hours" variant="default" onClick={onOpen}>
      {t('staffing.hours.link')}
    </Button>
  );
}

function LanguageChoice() {
  const { t } = useTranslation();
  return (
    <div>
      <Text size="sm">{t('shell.language')}</Text>
      <SegmentedControl
        fullWidth
        aria-label={t('shell.language')}
        value={useLanguage()}
        onChange={(value) => void (isLanguage(value) && speak(value))}
        data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
    </div>
  );
}

function SchemeChoice() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div>
      <Text size="sm">{t('shell.scheme')}</Text>
      <SegmentedControl
        fullWidth
        aria-label={t('shell.scheme')}
        value={colorScheme}
        onChange={(value) => setColorScheme(SCHEMES.find((scheme) => scheme === value) ?? 'auto')}
        data={SCHEMES.map((value) => ({ value, label: t(`shell.schemes.${value}`) }))}
      />
    </div>
  );
}

function SignOutButton({ signOut: { isPending, leave } }: { signOut: SignOut }) {
  const { t } = useTranslation();
  return (
    <Button variant="default" loading={isPending} leftSection={<Icon name="out" />} onClick={leave}>
      {t('shell.signOut')}
    </Button>
  );
}
