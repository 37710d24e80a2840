let count = 0;
let officerId: string | null = null;
const listeners = new Set<(why: SessionRefusal) => void>();

/** Which session of this tab this is: what began in an earlier one belongs to whoever had that. */
export function sessionCount(): number {
  return count;
}

/** The session is over, or another begins: what is being written is saved no more, it would be as somebody else. */
export function nextSession(): void {
  count += 1;
}

/** Why the api lets this tab go no further: nobody is signed in, or somebody else is. */
export type SessionRefusal = 'unauthenticated' | 'another-officer';

/** Calls back before whoever asked hears of it. Returns how to stop. */
export function onSessionRefused(listener: (why: SessionRefusal) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** An answer to what an earlier session asked says nothing of this one. */
export function sessionRefused(why: SessionRefusal, askedIn: number): void {
  if (askedIn !== count) return;
  for (const listener of listeners) listener(why);
}

/** In whose name this tab asks; null: nobody's. */
export function actAs(id: string | null): void {
  officerId = id;
}

export function actingOfficer(): string | null {
  return officerId;
}
