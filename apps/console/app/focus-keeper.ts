import { useEffect } from 'react';

/** Dialogs and acts give the focus on by themselves within this time; only what nobody took care of is caught. */
const PATIENCE_MS = 300;
const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]';

interface Place {
  element: HTMLElement;
  /** From the inside out: what stood around it, and as the how-manieth child. */
  around: readonly { parent: HTMLElement; index: number }[];
}

/**
 * When the element that has the focus goes away, the browser drops the focus on the page's start: a row that a colleague
 * took, a button whose act is done. Then it goes to the neighbour, else to the nearest thing around that is still there.
 */
export function useFocusKeeper(): void {
  useEffect(() => {
    let last: Place | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target !== document.body) last = placeOf(target);
    };
    const look = () => {
      if (!last || last.element.isConnected || !isNowhere()) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (last && !last.element.isConnected && isNowhere()) heirOf(last)?.focus({ preventScroll: true });
      }, PATIENCE_MS);
    };
    const changes = new MutationObserver(look);
    document.addEventListener('focusin', remember);
    changes.observe(document.body, { childList: true, subtree: true });
    return () => {
      clearTimeout(timer);
      changes.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, []);
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function placeOf(element: HTMLElement): Place {
  const around = [];
  for (let child = element, parent = child.parentElement; parent && parent !== document.body; ) {
    around.push({ parent, index: [...parent.children].indexOf(child) });
    child = parent;
    parent = parent.parentElement;
  }
  return { element, around };
}

function heirOf({ element, around }: Place): HTMLElement | null {
  for (const { parent, index } of around) {
    if (!parent.isConnected) continue;
    const children = [...parent.children];
    const neighbours = [...children.slice(index), ...children.slice(0, index).toReversed()];
    for (const place of neighbours) {
      const found = firstIn(place, element.tagName);
      if (found) return found;
    }
    if (parent.matches(FOCUSABLE) || parent.id === 'main') return parent;
  }
  return document.querySelector<HTMLElement>('#main');
}

/** Of the same kind if there is one: the neighbour's link for a link, not the box before it. */
function firstIn(place: Element, kind: string): HTMLElement | null {
  const candidates = [place, ...place.querySelectorAll(FOCUSABLE)];
  const isFit = (one: Element): one is HTMLElement =>
    one instanceof HTMLElement && one.matches(FOCUSABLE) && one.checkVisibility({ visibilityProperty: true });
  const fit = candidates.filter(isFit);
  return fit.find(({ tagName }) => tagName === kind) ?? fit[0] ?? null;
}
