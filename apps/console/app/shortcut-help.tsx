import { Kbd, Modal, Stack, Switch, Table, Text } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyCaps } from '../lib/key-names.js';
import { isMac } from '../lib/platform.js';
import { type RegisteredShortcut, SHORTCUT_AREAS, type ShortcutArea } from '../lib/shortcut-registry.js';
import { setShortcutsOn, shortcutsAreOn, useShortcutsNow } from '../lib/shortcuts.js';
import classes from './shortcut-help.module.css';

interface Props {
  isOpen: boolean;
  onClose: () => void;
}

/** What is registered now and has a key; there is no other list to forget something in. */
export function ShortcutHelp({ isOpen, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('keys.title')}
      size="lg"
      closeOnClickOutside
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <HelpList />
    </Modal>
  );
}

function HelpList() {
  const { t } = useTranslation();
  const shortcuts = useShortcutsNow().filter(({ keys }) => keys.length > 0);
  const [isOn, setOn] = useState(shortcutsAreOn);
  const change = (next: boolean) => {
    setShortcutsOn(next);
    setOn(next);
  };
  return (
    <Stack>
      <Switch checked={isOn} onChange={(event) => change(event.currentTarget.checked)} label={t('keys.isOn')} />
      <Text size="sm">{t('keys.intro')}</Text>
      {SHORTCUT_AREAS.toReversed().map((area) => (
        <AreaTable key={area} area={area} shortcuts={shortcuts.filter((one) => one.area === area)} />
      ))}
    </Stack>
  );
}

function AreaTable({ area, shortcuts }: { area: ShortcutArea; shortcuts: readonly RegisteredShortcut[] }) {
  const { t } = useTranslation();
  if (shortcuts.length === 0) return null;
  return (
    <Table verticalSpacing={4} captionSide="top" className={classes.area ?? ''}>
      <Table.Caption>{t(`keys.areas.${area}`)}</Table.Caption>
      <Table.Tbody>
        {[...Map.groupBy(shortcuts, ({ words }) => words)].map(([words, same]) => (
          <Table.Tr key={words}>
            <Table.Th scope="row" w="9rem">
              <Keys keys={same.flatMap(({ keys }) => keys)} />
            </Table.Th>
            <Table.Td>{words}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Each way to press it; keys pressed in turn stand side by side. */
export function Keys({ keys }: { keys: readonly string[] }) {
  const { t } = useTranslation();
  return keys.map((key, index) => (
    <Fragment key={key}>
      {index > 0 && <span className="visually-hidden"> {t('keys.or')} </span>}
      {keyCaps(key, isMac).map((cap, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same key may be pressed twice in turn
        <Fragment key={place}>
          {place > 0 && <span className="visually-hidden"> {t('keys.followedBy')} </span>}
          <Kbd className={classes.cap}>{cap}</Kbd>
        </Fragment>
      ))}
    </Fragment>
  ));
}
