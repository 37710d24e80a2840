import type { Fetched } from './watching-console.js';

/**
 * For each change how long it took until this console had a list that was asked for after it, in milliseconds; Infinity
 * where it never had. Both in the order of time.
 */
export function screenAges(changes: readonly number[], fetched: readonly Fetched[]): number[] {
  const lists = fetched.filter(({ isList }) => isList).toSorted((a, b) => a.beganAt - b.beganAt);
  let next = 0;
  return changes.map((at) => {
    while (next < lists.length && (lists[next]?.beganAt ?? 0) < at) next += 1;
    const list = lists[next];
    return list ? list.endedAt - at : Number.POSITIVE_INFINITY;
  });
}
