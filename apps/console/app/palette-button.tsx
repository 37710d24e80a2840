import { ActionIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { keyCaps } from '../lib/key-names.js';
import { isMac } from '../lib/platform.js';
import { Icon } from '../ui/icons.js';

/** The palette for those who do not know its key, or have no keyboard. */
export function PaletteButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  const words = t('keys.palette.title');
  return (
    <ActionIcon
      variant="default"
      size="lg"
      onClick={onOpen}
      aria-label={words}
      aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
      title={`${words} (${keyCaps('Mod+k', isMac).join(' ')})`}
    >
      <Icon name="search" />
    </ActionIcon>
  );
}
