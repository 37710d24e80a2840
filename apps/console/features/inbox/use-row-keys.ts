import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { useListKeys } from '../../lib/list-keys.js';

interface RowKeys {
  scroller: RefObject<HTMLElement | null>;
  ids: readonly string[];
  openId: string | null;
  cursorId: string | null;
  setCursorId: (id: string) => void;
  showIndex: (index: number) => void;
}

/** The keyboard's place in the list, held by id so that live changes do not move it to another conversation. */
export function useRowKeys({ scroller, ids, openId, cursorId, setCursorId, showIndex }: RowKeys) {
  const lastIndex = useRef(0);
  const focusRow = (id: string) => focusSoon(() => rowOf(scroller.current, id));
  const moveBy = (step: number): string | undefined => {
    const current = cursorId === null ? -1 : ids.indexOf(cursorId);
    // The row went away: go on from where it stood.
    const from = current >= 0 ? current : cursorId === null ? -1 : lastIndex.current - (step > 0 ? 1 : 0);
    const index = Math.max(0, Math.min(ids.length - 1, from + step));
    const id = ids[index];
    if (id === undefined) return undefined;
    lastIndex.current = index;
    setCursorId(id);
    showIndex(index);
    focusRow(id);
    return id;
  };
  /** Back from a conversation: on to the row that it was opened from. */
  const onLeft = useEffectEvent((id: string) => {
    const index = ids.indexOf(id);
    if (index >= 0) showIndex(index);
    focusRow(id);
  });
  const wasOpen = useRef(openId);
  useEffect(() => {
    const left = wasOpen.current;
    wasOpen.current = openId;
    if (openId) setCursorId(openId);
    if (left && !openId) onLeft(left);
  }, [openId, setCursorId]);
  useListKeys({
    list: scroller,
    moveBy,
    open: () => rowOf(scroller.current, cursorId ?? ids[0] ?? '')?.click(),
  });
  return moveBy;
}

function rowOf(scroller: HTMLElement | null, id: string): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? null;
}

/** A row that has just been scrolled to, or shown again on a phone, is drawn some frames later. */
function focusSoon(find: () => HTMLElement | null, frames = 20): void {
  requestAnimationFrame(() => {
    const element = find();
    if (element) return element.focus();
    if (frames > 0) focusSoon(find, frames - 1);
  });
}
