import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { isCharacterKey, pressedKey } from './key-names.js';
import {
  conflictsAmong,
  offer,
  offersChanged,
  type RegisteredShortcut,
  type Shortcut,
  type ShortcutArea,
  shortcutFor,
  shortcutsNow,
  subscribeToShortcuts,
} from './shortcut-registry.js';
import { keep, recall } from './storage.js';

const KEY = 'answerable:shortcuts';
const SEQUENCE_MS = 1_200;

/** By the act's name; undefined where the act does not exist for this officer. */
export type Shortcuts = Readonly<Record<string, Shortcut | undefined>>;

/** Single keys can be switched off: speech input types them by accident (WCAG 2.1.4). */
export function shortcutsAreOn(): boolean {
  return recall(KEY) !== 'off';
}

export function setShortcutsOn(isOn: boolean): void {
  keep(KEY, isOn ? 'on' : 'off');
}

/** Offers acts while the component is shown: by key, in the list of shortcuts and in the command palette. */
export function useShortcuts(area: ShortcutArea, shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => offer({ area, shortcuts: () => latest.current }), [area]);
  const shown = signatureOf(shortcuts);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    offersChanged();
  }, [shown]);
}

/** What can be done now, kept current. */
export function useShortcutsNow(): readonly RegisteredShortcut[] {
  return useSyncExternalStore(subscribeToShortcuts, shortcutsNow);
}

/** What of the acts is seen: a new function alone changes nothing in a list. */
function signatureOf(shortcuts: Shortcuts): string {
  return JSON.stringify(
    Object.entries(shortcuts).map(([name, act]) => [name, act?.keys, act?.words, act?.run !== undefined]),
  );
}

/** Hears the keys of the whole console. Returns how to stop. */
export function listenForShortcuts(): () => void {
  let sequence: { key: string; until: number } | null = null;
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || ['Shift', 'Control', 'Meta', 'Alt'].includes(event.key)) return;
    const begun = sequence && sequence.until > Date.now() ? sequence.key : null;
    sequence = null;
    const key = pressedKey(event);
    const target = event.target instanceof Element ? event.target : null;
    if (!key || isTaken(key, target)) return;
    const among = shortcutsNow();
    const chosen = (begun && shortcutFor(`${begun} ${key}`, target, among)) || shortcutFor(key, target, among);
    if (isCharacterKey(key) && !chosen?.within && !shortcutsAreOn()) return;
    if (!chosen && among.some(({ keys }) => keys.some((one) => one.startsWith(`${key} `)))) {
      sequence = { key, until: Date.now() + SEQUENCE_MS };
      return;
    }
    if (!chosen || (event.repeat && !chosen.isMotion)) return;
    event.preventDefault();
    chosen.run();
  };
  const warn = () => conflictsAmong(shortcutsNow()).map((conflict) => console.error(`one key, two acts: ${conflict}`));
  const unsubscribe = import.meta.env.DEV ? subscribeToShortcuts(warn) : () => undefined;
  // Before a dialog hears of Escape and is gone, so that one press does not close it and leave the page too.
  globalThis.addEventListener('keydown', listener, { capture: true });
  return () => {
    unsubscribe();
    globalThis.removeEventListener('keydown', listener, { capture: true });
  };
}

const DIALOG = '[role="dialog"], [role="alertdialog"]';
const OPEN_WIDGET = '[role="menu"], [role="listbox"], [aria-haspopup][aria-expanded="true"]';
const FIELD =
  'textarea, select, [contenteditable]:not([contenteditable="false"]), input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="reset"])';
const PRESSED = 'button, summary, input, [role="button"], [role="switch"], [role="tab"], [role="option"]';

/** Dialogs, menus, fields and buttons have keys of their own. Escape only leaves a field; pressed again, it goes back. */
function isTaken(key: string, target: Element | null): boolean {
  if (document.querySelector('[aria-modal="true"]') || target?.closest(DIALOG)) return true;
  if (key.startsWith('Mod+') || !target) return false;
  if (target.closest(OPEN_WIDGET)) return true;
  if (target.closest('[role="radiogroup"]') && !isCharacterKey(key)) return true;
  if (key === 'Enter' || key === 'Shift+Enter') return target.closest(`a, ${PRESSED}, ${FIELD}`) !== null;
  if (key === ' ') return target.closest(`${PRESSED}, ${FIELD}`) !== null;
  const isField = target.matches(FIELD) || (target instanceof HTMLElement && target.isContentEditable);
  if (isField && key === 'Escape' && target instanceof HTMLElement) target.blur();
  return isField;
}
