let count = 0;
let officerId: string | null = null;
const listeners = new Set<() => void>();
const otherListeners = new Set<() => void>();

/** Which session of this tab this is: what began in an earlier one belongs to whoever had that. */
export function sessionCount(): number {
  return count;
}

/** The session is over, or another begins: what is being written is saved no more, it would be as somebody else. */
export function nextSession(): void {
  count += 1;
}

/** Calls back when the api says that nobody is signed in, before whoever asked hears of it. Returns how to stop. */
export function onSessionEnd(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** An answer to what an earlier session asked says nothing of this one. */
export function sessionEnded(askedIn: number): void {
  if (askedIn !== count) return;
  for (const listener of listeners) listener();
}

/** In whose name this tab asks; null: nobody's. */
export function actAs(id: string | null): void {
  officerId = id;
}

export function actingOfficer(): string | null {
  return officerId;
}

/** Calls back when the api says that somebody else is signed in in this browser. Returns how to stop. */
export function onOtherOfficer(listener: () => void): () => void {
  otherListeners.add(listener);
  return () => otherListeners.delete(listener);
}

export function otherOfficer(askedIn: number): void {
  if (askedIn !== count) return;
  for (const listener of otherListeners) listener();
}
