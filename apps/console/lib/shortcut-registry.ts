import { canonicalKey } from './key-names.js';

/** From the outside in: where two acts have one key, the one nearer to the work has it. */
export const SHORTCUT_AREAS = [
  'everywhere',
  'account',
  'screens',
  'page',
  'list',
  'selection',
  'conversation',
  'moderation',
  'letter',
  'writing',
] as const;
export type ShortcutArea = (typeof SHORTCUT_AREAS)[number];

export interface Shortcut {
  /** As `key-names.ts` writes them: "c", "Shift+t", "g i", "Mod+Enter". None: only in the command palette. */
  keys?: readonly string[];
  /** What it does, in the viewer's language. */
  words: string;
  /** Undefined while it cannot be done: then it is neither listed nor there. */
  run: (() => void) | undefined;
  /** Only while the focus is in here; fields in it included for keys with Ctrl or ⌘. */
  within?: { readonly current: HTMLElement | null };
  /** Moves the focus: repeats while the key is held, and has no place in the palette. */
  isMotion?: boolean;
}

export interface RegisteredShortcut extends Required<Pick<Shortcut, 'keys' | 'words'>> {
  /** Area and name: the same one tomorrow and in another language. */
  id: string;
  area: ShortcutArea;
  run: () => void;
  within: Shortcut['within'];
  isMotion: boolean;
}

/** What one component offers, always as of its last rendering. */
export interface Offer {
  area: ShortcutArea;
  shortcuts: () => Readonly<Record<string, Shortcut | undefined>>;
}

const offers = new Set<Offer>();
const listeners = new Set<() => void>();
let current: readonly RegisteredShortcut[] | null = null;

/** Returns how to take the offer back. */
export function offer(made: Offer): () => void {
  offers.add(made);
  offersChanged();
  return () => {
    offers.delete(made);
    offersChanged();
  };
}

export function offersChanged(): void {
  current = null;
  for (const listener of listeners) listener();
}

export function subscribeToShortcuts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Everything that can be done now. The one list: keys, help and palette have no other. */
export function shortcutsNow(): readonly RegisteredShortcut[] {
  current ??= [...offers].flatMap(offered);
  return current;
}

function offered({ area, shortcuts }: Offer): RegisteredShortcut[] {
  return Object.entries(shortcuts()).flatMap(([name, shortcut]) => {
    if (!shortcut?.run) return [];
    const { keys = [], words, within, isMotion = false } = shortcut;
    const run = () => shortcuts()[name]?.run?.();
    return { id: `${area}.${name}`, area, keys: keys.map(canonicalKey), words, run, within, isMotion };
  });
}

/** The act that a key has now; of several the one whose place has the focus, then the innermost, then the newest. */
export function shortcutFor(
  key: string,
  target: Element | null,
  among: readonly RegisteredShortcut[],
): RegisteredShortcut | undefined {
  const fitting = among.filter(({ keys, within }) => keys.includes(key) && (!within || isIn(within.current, target)));
  return fitting.toSorted((a, b) => rank(a) - rank(b)).at(-1);
}

const rank = ({ area, within }: RegisteredShortcut) =>
  SHORTCUT_AREAS.indexOf(area) + (within ? SHORTCUT_AREAS.length : 0);

export function isIn(place: Element | null, target: Element | null): boolean {
  return place !== null && target !== null && place.contains(target);
}

/** Keys that two acts have at once, so that one of them could never be reached. Escape leaves one thing after the other. */
export function conflictsAmong(shortcuts: readonly RegisteredShortcut[]): string[] {
  const taken = new Map<string, string>();
  const conflicts: string[] = [];
  for (const { id, keys, within } of shortcuts) {
    for (const key of keys) {
      if (key === 'Escape' || within) continue;
      const other = taken.get(key);
      if (other) conflicts.push(`${key}: ${other} and ${id}`);
      taken.set(key, id);
    }
  }
  return conflicts;
}
