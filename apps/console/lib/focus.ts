import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';

/** A button that did its act is often gone afterwards; the focus then stays with the acts instead of falling off the page. */
export function useFocusAfter(isPending: boolean): RefObject<HTMLFieldSetElement | null> {
  const bar = useRef<HTMLFieldSetElement>(null);
  const wasPending = useRef(false);
  useEffect(() => {
    const isOver = wasPending.current && !isPending;
    wasPending.current = isPending;
    if (isOver && document.activeElement === document.body) bar.current?.focus();
  }, [isPending]);
  return bar;
}

/**
 * Where work goes on, as soon as what is being done has made it possible: the composer after a claim. Not when the
 * officer has gone elsewhere in the meantime: what they type there must not land in the composer.
 * Called when it is begun; what it returns is for when it failed.
 */
export function useWhenPossible(isPossible: boolean, go: () => void): () => () => void {
  const [begunAt, setBegunAt] = useState<{ focus: Element | null } | null>(null);
  const onPossible = useEffectEvent(go);
  useEffect(() => {
    if (!begunAt || !isPossible) return;
    setBegunAt(null);
    const { activeElement } = document;
    if (activeElement === document.body || activeElement === begunAt.focus) onPossible();
  }, [begunAt, isPossible]);
  return () => {
    setBegunAt({ focus: document.activeElement });
    return () => setBegunAt(null);
  };
}

/** For a dialog that exists only while it is open: the focus goes back to what opened it, or to the page's heading. */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
        const target = isThere ? opener : document.querySelector('#main :is(h1, h2)[tabindex]');
        if (target instanceof HTMLElement) target.focus();
      });
    },
    [opener],
  );
}
