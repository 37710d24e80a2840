import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../lib/announce.js';
import type { QueuedMessage } from './queued-message.js';

interface Going {
  items: readonly QueuedMessage[];
  currentId: string | null;
  goTo: (place: number) => void;
  leave: () => void;
}

/**
 * The message that one was at was decided on, here or by a colleague, and is gone: what stands in its place now has the
 * focus, and how much is left is said. Who has gone elsewhere meanwhile is left there.
 */
export function useGoneOn({ items, currentId, goTo, leave }: Going): void {
  const { t } = useTranslation();
  const place = useRef(0);
  const index = items.findIndex(({ messageId }) => messageId === currentId);
  const isGone = currentId !== null && index === -1;
  useEffect(() => {
    if (index >= 0) place.current = index;
  }, [index]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each message that is gone
  useEffect(() => {
    if (!isGone) return;
    leave();
    announce(t('moderation.left', { count: items.length }));
    if (document.activeElement !== document.body) return;
    if (items.length > 0) goTo(place.current);
    else document.querySelector<HTMLElement>('h1')?.focus();
  }, [isGone, currentId]);
}
