import { Refusal } from '#domain/refusal.js';

/** The thing, or the page that says that there is none (or none that is public). */
export function found<Thing>(thing: Thing | null): Thing {
  if (thing === null) throw new Refusal('not-found');
  return thing;
}
