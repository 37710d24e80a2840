import { Kbd, Modal, Stack, Switch, Table, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { screensOf } from '../lib/screens.js';
import { useMe } from '../lib/session.js';
import { beginSequence, setShortcutsOn, shortcutsAreOn, useShortcuts } from '../lib/shortcuts.js';

const HELP_EVENT = 'answerable:shortcut-help';

export function openShortcutHelp(): void {
  globalThis.dispatchEvent(new Event(HELP_EVENT));
}

const LISTED = [
  [['j', 'k', '↓', '↑'], 'move'],
  [['Enter'], 'open'],
  [['Esc'], 'back'],
  [['/'], 'filter'],
  [['c'], 'claim'],
  [['r'], 'reply'],
  [['l'], 'letter'],
  [['Ctrl/⌘ Enter'], 'send'],
  [['x'], 'clear'],
  [['h'], 'hide'],
  [['g i'], 'goInbox'],
  [['g m'], 'goModeration'],
  [['g l'], 'goLetters'],
  [['g o'], 'goOversight'],
  [['?'], 'help'],
] as const;

/** The shortcuts that work on every page, and the list of all of them. */
export function ShellShortcuts() {
  const navigate = useNavigate();
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = () => setOpen(true);
    globalThis.addEventListener(HELP_EVENT, open);
    return () => globalThis.removeEventListener(HELP_EVENT, open);
  }, []);
  useShortcuts({
    '?': () => setOpen(true),
    g: () => beginSequence('g'),
    ...Object.fromEntries(screensOf(me).map(({ key, path }) => [`g ${key}`, () => void navigate(path)])),
  });
  return <HelpDialog isOpen={isOpen} onClose={() => setOpen(false)} />;
}

function HelpDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [isOn, setOn] = useState(shortcutsAreOn);
  const change = (next: boolean) => {
    setShortcutsOn(next);
    setOn(next);
  };
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('shell.shortcuts')}
      closeOnClickOutside
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <Switch checked={isOn} onChange={(event) => change(event.currentTarget.checked)} label={t('shell.keys.isOn')} />
        <Text size="sm">{t('shell.keys.intro')}</Text>
        <Table verticalSpacing={4}>
          <Table.Tbody>
            {LISTED.map(([pressed, what]) => (
              <Table.Tr key={what}>
                <Table.Th scope="row" w="9rem">
                  {pressed.map((key) => (
                    <Kbd key={key} mr={4}>
                      {key}
                    </Kbd>
                  ))}
                </Table.Th>
                <Table.Td>{t(`shell.keys.${what}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </Modal>
  );
}
