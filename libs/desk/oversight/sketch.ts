import { DDSketch } from '@datadog/sketches-js';

/** Every percentile of a sketch is at most this share of itself off. */
export const SKETCH_ERROR = 0.005;

const { mapping } = new DDSketch({ relativeAccuracy: SKETCH_ERROR });

/** How many cases fall into each bin. Bins of counts add up exactly, and can be taken away again. */
export type Bins = Map<number, number>;

/** In which bin of every sketch of ours a time falls; what takes less than a millisecond takes one. */
export function binOf(ms: number): number {
  return mapping.key(Math.max(ms, 1));
}

/**
 * In ms, one for each share; null of none. Between two cases it is as far as the share says, like PostgreSQL's
 * `percentile_cont`: what lies between two values that are each off by so much is off by no more.
 */
export function percentilesOf(bins: Bins, shares: readonly number[]): (number | null)[] {
  const sorted = [...bins.keys()].sort((a, b) => a - b);
  const upTo: number[] = [];
  let n = 0;
  for (const bin of sorted) {
    n += bins.get(bin) ?? 0;
    upTo.push(n);
  }
  const valueAt = (rank: number) => mapping.value(sorted[firstAbove(upTo, rank)] ?? 0);
  return shares.map((share) => {
    if (n === 0) return null;
    const rank = share * (n - 1);
    const below = valueAt(Math.floor(rank));
    return Number.isInteger(rank) ? below : below + (valueAt(Math.ceil(rank)) - below) * (rank - Math.floor(rank));
  });
}

/** The place of the first sum that is greater; sums ascend. */
function firstAbove(sums: readonly number[], rank: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((sums[middle] ?? 0) > rank) high = middle;
    else low = middle + 1;
  }
  return low;
}
