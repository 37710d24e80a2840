/** What of a keyboard event names the key. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * The key as it is registered: "j", "Shift+t", "?", "Escape", "Mod+Enter" (Ctrl, on a Mac ⌘).
 * Letters by what they mean, not by Caps Lock; on a Cyrillic or Arabic layout by where the letter stands.
 */
export function pressedKey(press: KeyPress): string | null {
  if (press.altKey || press.key === 'Dead') return null;
  const key = press.key.normalize('NFKC');
  const letter = letterOf(key, press.code);
  const plain = letter && press.shiftKey ? `Shift+${letter}` : (letter ?? (key === '؟' ? '?' : key));
  // What is typed with Shift is its own character; a named key is another one with Shift.
  const shifted = !letter && press.shiftKey && key.length > 1 && key !== 'Shift' ? `Shift+${plain}` : plain;
  return press.ctrlKey || press.metaKey ? `Mod+${shifted}` : shifted;
}

function letterOf(key: string, code: string): string | null {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const isOtherScript = /^\p{L}$/u.test(key);
  return isOtherScript ? (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null) : null;
}

/** "T" is how Shift and t are written in short. */
export function canonicalKey(key: string): string {
  return /^[A-Z]$/.test(key) ? `Shift+${key.toLowerCase()}` : key;
}

/** Typed by speech input by accident, therefore possible to switch off (WCAG 2.1.4). */
export function isCharacterKey(key: string): boolean {
  return [...key.replace(/^Shift\+/, '').replace(/^\S /, '')].length === 1 && !key.startsWith('Mod+');
}

const SIGNS: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': 'Space',
};

/** How a key stands on a keyboard: one entry for each key that is pressed in turn. */
export function keyCaps(key: string, isMac: boolean): readonly string[] {
  const inTurn = key === ' ' ? [key] : key.split(' ');
  return inTurn.map((part) => (part.includes('+') ? together(part, isMac) : (SIGNS[part] ?? part)));
}

function together(part: string, isMac: boolean): string {
  const caps = part.split('+').map((name) => (name === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : (SIGNS[name] ?? name)));
  return caps.map((cap) => (/^[a-z]$/.test(cap) ? cap.toUpperCase() : cap)).join('+');
}
