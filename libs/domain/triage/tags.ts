/** The most tags on one conversation, and in one department. */
export const TAGS_ON_ONE_LIMIT = 20;
export const TAGS_IN_DEPARTMENT_LIMIT = 200;

/** What is needed to follow a tag to what it became. */
export interface TagLink {
  id: string;
  mergedIntoId: string | null;
}

/** What the tag is now: itself, or what it was merged into, however often. Undefined where it is not known. */
export function tagNow<T extends TagLink>(byId: ReadonlyMap<string, T>, id: string): T | undefined {
  let tag = byId.get(id);
  // Merging refuses circles; the bound is for a reader of rows that were written by hand.
  for (let step = 0; tag?.mergedIntoId && step <= byId.size; step += 1) tag = byId.get(tag.mergedIntoId);
  return tag;
}

/** The tag and all that were merged into it: what a filter on it has to look for. */
export function tagFamily(byId: ReadonlyMap<string, TagLink>, id: string): string[] {
  const merged = [...byId.keys()].filter((other) => other !== id && tagNow(byId, other)?.id === id);
  return [id, ...merged];
}

/** The tags to show, each once, in the order in which they were put on. */
export function tagsShown<T extends TagLink>(byId: ReadonlyMap<string, T>, ids: readonly string[]): T[] {
  const shown = ids.flatMap((id) => tagNow(byId, id) ?? []);
  return shown.filter((tag, index) => shown.findIndex((other) => other.id === tag.id) === index);
}

/** The ids after tags were put on and taken off; taking one off takes off what was merged into it too. */
export function retagged(
  byId: ReadonlyMap<string, TagLink>,
  ids: readonly string[],
  change: { add: readonly string[]; remove: readonly string[] },
): { tagIds: string[]; added: string[]; removed: string[] } {
  const gone = new Set(change.remove.flatMap((id) => tagFamily(byId, id)));
  const kept = ids.filter((id) => !gone.has(id));
  const has = new Set(kept.map((id) => tagNow(byId, id)?.id ?? id));
  const added = [...new Set(change.add)].filter((id) => !has.has(id));
  const removed = [...new Set(ids.filter((id) => gone.has(id)))];
  return { tagIds: [...kept, ...added], added, removed: removed.filter((id) => !added.includes(id)) };
}
