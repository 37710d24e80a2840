import { Modal } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PaletteList } from './palette-list.js';
import type { PaletteEntry } from './palette-match.js';
import { useRecentCommands } from './use-palette-entries.js';

interface Props {
  isOpen: boolean;
  onClose: () => void;
}

/** Every act and every place by its name. The focus is back where it was before the chosen act begins. */
export function CommandPalette({ isOpen, onClose }: Props) {
  const { t } = useTranslation();
  const { used } = useRecentCommands();
  const opener = useRef<Element | null>(null);
  const chosen = useRef<PaletteEntry | null>(null);
  useLayoutEffect(() => {
    if (isOpen) opener.current = document.activeElement;
  }, [isOpen]);
  useEffect(() => {
    if (isOpen || !opener.current) return;
    const timer = setTimeout(() => {
      if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
      opener.current = null;
      chosen.current?.run();
      chosen.current = null;
    });
    return () => clearTimeout(timer);
  }, [isOpen]);
  const choose = (entry: PaletteEntry) => {
    // A search is not a command that comes back as it was.
    if (entry.id !== 'search') used(entry.id);
    chosen.current = entry;
    onClose();
  };
  return (
    <Modal.Root
      opened={isOpen}
      onClose={onClose}
      yOffset="10dvh"
      centered={false}
      size="lg"
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay onClick={onClose} />
      <Modal.Content aria-label={t('keys.palette.title')}>
        <PaletteList opener={opener} onChoose={choose} />
      </Modal.Content>
    </Modal.Root>
  );
}
