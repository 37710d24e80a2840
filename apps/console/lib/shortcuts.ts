import { useEffect, useEffectEvent } from 'react';
import { keep, recall } from './storage.js';

const KEY = 'answerable:shortcuts';
const SEQUENCE_MS = 1_200;

/** By key as typed, or by two keys in a row such as "g i". */
export type Shortcuts = Record<string, (() => void) | undefined>;

let pending: { key: string; until: number } | null = null;

/** Single keys can be switched off: speech input types them by accident (WCAG 2.1.4). */
export function shortcutsAreOn(): boolean {
  return recall(KEY) !== 'off';
}

export function setShortcutsOn(isOn: boolean): void {
  keep(KEY, isOn ? 'on' : 'off');
}

export function useShortcuts(shortcuts: Shortcuts): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTaken(event)) return;
    if (event.key !== 'Escape' && !shortcutsAreOn()) return;
    const prefix = pendingPrefix();
    const run = shortcuts[prefix ? `${prefix} ${event.key}` : event.key];
    if (!run) return;
    if (prefix) setTimeout(endSequence);
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    // Before a dialog hears of Escape and is gone, so that one press does not close it and leave the page too.
    globalThis.addEventListener('keydown', listener, { capture: true });
    return () => globalThis.removeEventListener('keydown', listener, { capture: true });
  }, []);
}

/** Remembers the first key of "g i"; the shell registers it once. */
export function beginSequence(key: string): void {
  pending = { key, until: Date.now() + SEQUENCE_MS };
}

/** After all listeners have seen the second key. */
function endSequence(): void {
  pending = null;
}

function pendingPrefix(): string | null {
  return pending && pending.until > Date.now() ? pending.key : null;
}

/** Dialogs, menus and fields have keys of their own. Escape only leaves a field; pressed again, it goes back. */
function isTaken({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return true;
  if (target.closest('[role="menu"], [aria-haspopup][aria-expanded="true"]')) return true;
  const isField = target.isContentEditable || target.closest('input, textarea, select') !== null;
  if (isField && key === 'Escape') target.blur();
  return isField;
}
