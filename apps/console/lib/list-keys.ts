import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from './shortcuts.js';

interface ListKeys {
  list: RefObject<HTMLElement | null>;
  moveBy: (step: 1 | -1) => void;
  /** For Enter while no row has the focus: a focused link opens itself. */
  open?: () => void;
}

/** The keys that every list has: j and k from anywhere, the arrows while the focus is in it. */
export function useListKeys({ list, moveBy, open }: ListKeys): void {
  const { t } = useTranslation();
  useShortcuts('list', {
    down: { keys: ['j'], words: t('keys.acts.down'), run: () => moveBy(1), isMotion: true },
    up: { keys: ['k'], words: t('keys.acts.up'), run: () => moveBy(-1), isMotion: true },
    arrowDown: {
      keys: ['ArrowDown'],
      words: t('keys.acts.down'),
      run: () => moveBy(1),
      isMotion: true,
      within: list,
    },
    arrowUp: { keys: ['ArrowUp'], words: t('keys.acts.up'), run: () => moveBy(-1), isMotion: true, within: list },
    open: { keys: ['Enter'], words: t('keys.acts.open'), run: open, isMotion: true },
  });
}
