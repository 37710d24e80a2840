import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../lib/announce.js';
import { arrivals, placeShift } from './keep-place.js';

const ANNOUNCE_EVERY_MS = 10_000;

interface Place {
  scroller: RefObject<HTMLElement | null>;
  ids: readonly string[];
  rowHeight: number;
  /** Another list starts anew at its top. */
  listKey: string;
}

/** Keeps the rows still while somebody is at them, and counts what came in above. */
export function useKeepPlace({ scroller, ids, rowHeight, listKey }: Place): { newAbove: number; toTop: () => void } {
  const before = useRef<{ listKey: string; ids: readonly string[] } | null>(null);
  const [newAbove, setNewAbove] = useState(0);
  const say = useArrivalWords();
  useLayoutEffect(() => {
    const previous = before.current;
    before.current = { listKey, ids };
    const element = scroller.current;
    if (!element) return;
    if (previous?.listKey !== listKey) {
      element.scrollTop = 0;
      return setNewAbove(0);
    }
    const arrived = arrivals(previous.ids, ids);
    if (arrived > 0) say(arrived);
    if (element.scrollTop === 0 && !isInUse(element)) return;
    const shift = placeShift(previous.ids, ids, Math.floor(element.scrollTop / rowHeight));
    if (shift !== 0) element.scrollTop += shift * rowHeight;
    if (shift > 0) setNewAbove((count) => count + shift);
  }, [ids, listKey, rowHeight, scroller, say]);
  useEffect(() => {
    const element = scroller.current;
    const seen = () => element?.scrollTop === 0 && setNewAbove(0);
    element?.addEventListener('scroll', seen, { passive: true });
    return () => element?.removeEventListener('scroll', seen);
  }, [scroller]);
  return { newAbove, toTop: () => scroller.current?.scrollTo({ top: 0 }) };
}

function isInUse(element: HTMLElement): boolean {
  return element.matches(':hover') || element.contains(document.activeElement);
}

/** A busy desk must not talk without a pause. */
function useArrivalWords(): (count: number) => void {
  const { t } = useTranslation();
  const state = useRef({ count: 0, freeAt: 0 });
  return useCallback(
    (count) => {
      state.current.count += count;
      if (Date.now() < state.current.freeAt) return;
      announce(t('inbox.newArrived', { count: state.current.count }));
      state.current = { count: 0, freeAt: Date.now() + ANNOUNCE_EVERY_MS };
    },
    [t],
  );
}
