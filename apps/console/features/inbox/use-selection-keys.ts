import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../lib/shortcuts.js';
import type { SelectableRow } from './selection.js';
import type { ListSelection } from './use-selection.js';

interface Keys {
  scroller: RefObject<HTMLElement | null>;
  selection: ListSelection | null;
  rows: readonly SelectableRow[];
  cursorId: string | null;
  /** Moves the keyboard's place in the list and says to which row. */
  moveBy: (step: number) => string | undefined;
}

/** Selecting without a mouse: the row at the keyboard's place, and stretches from it. */
export function useSelectionKeys({ scroller, selection, rows, cursorId, moveBy }: Keys): void {
  const { t } = useTranslation();
  const current = rows.find(({ id }) => id === cursorId) ?? rows[0];
  const extend = (step: number) => () => {
    const toId = moveBy(step);
    if (current && toId) selection?.extendFrom(current, toId);
  };
  useShortcuts('selection', {
    toggle: {
      keys: ['s'],
      words: t('bulk.keys.toggle'),
      run: selection && current ? () => selection.toggle(current) : undefined,
    },
    toggleHere: {
      keys: [' '],
      words: t('bulk.keys.toggle'),
      run: selection && current ? () => selection.toggle(current) : undefined,
      within: scroller,
      isMotion: true,
    },
    extendDown: {
      keys: ['Shift+ArrowDown'],
      words: t('bulk.keys.extendDown'),
      run: selection ? extend(1) : undefined,
      within: scroller,
      isMotion: true,
    },
    extendUp: {
      keys: ['Shift+ArrowUp'],
      words: t('bulk.keys.extendUp'),
      run: selection ? extend(-1) : undefined,
      within: scroller,
      isMotion: true,
    },
    clear: {
      keys: ['Escape'],
      words: t('bulk.keys.clear'),
      run: selection && selection.count > 0 ? selection.clear : undefined,
    },
  });
}
