const PREFIX = 'answerable:';

/** Where localStorage is full, blocked or missing: then words last as long as the page does. */
const inMemory = new Map<string, string>();

export function recall(key: string): string | null {
  const held = inMemory.get(key);
  if (held !== undefined) return held;
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** False when this browser keeps it no longer than the page is open. */
export function keep(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value);
    inMemory.delete(key);
    return true;
  } catch {
    inMemory.set(key, value);
    return false;
  }
}

export function forget(key: string): void {
  inMemory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept, so nothing is left.
  }
}

/** The JSON under a key, or undefined. */
export function recallJson(key: string): unknown {
  const text = recall(key);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whatever of this console names the officer, as `answerable:<kind>:<officer>[:<thing>]` does. */
export function keysOf(officerId: string, kind?: string): string[] {
  return keptKeys().filter((key) => {
    const [keptKind, owner] = key.slice(PREFIX.length).split(':');
    return key.startsWith(PREFIX) && owner === officerId && (kind === undefined || keptKind === kind);
  });
}

/** Nothing of an officer stays on a machine that others use too. */
export function forgetOfficer(officerId: string): void {
  for (const key of keysOf(officerId)) forget(key);
}

function keptKeys(): string[] {
  try {
    return [...new Set([...inMemory.keys(), ...Object.keys(localStorage)])];
  } catch {
    return [...inMemory.keys()];
  }
}
