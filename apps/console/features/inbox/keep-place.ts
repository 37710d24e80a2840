/**
 * By how many rows the list must scroll so that what is under the pointer stays there: the first row in sight that is
 * still in the list keeps its place.
 */
export function placeShift(before: readonly string[], after: readonly string[], firstInSight: number): number {
  const placeOf = new Map(after.map((id, index) => [id, index]));
  for (let index = firstInSight; index < before.length; index++) {
    const id = before[index];
    const place = id === undefined ? undefined : placeOf.get(id);
    if (place !== undefined) return place - index;
  }
  return 0;
}

/** How many rows came in above the last row that was there before; rows of a further page are not new. */
export function arrivals(before: readonly string[], after: readonly string[]): number {
  const known = new Set(before);
  const lastKnown = after.findLastIndex((id) => known.has(id));
  return after.slice(0, lastKnown + 1).filter((id) => !known.has(id)).length;
}
