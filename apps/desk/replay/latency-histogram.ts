/** Neighbouring buckets lie 2 % apart: enough for a percentile, in a few kilobytes however long it runs. */
const STEP = Math.log(1.02);

/** Milliseconds, counted; nothing is kept of the single one. */
export class LatencyHistogram {
  private readonly counts = new Map<number, number>();
  private total = 0;

  add(milliseconds: number): void {
    const bucket = Math.round(Math.log(Math.max(milliseconds, 0.01)) / STEP);
    this.counts.set(bucket, (this.counts.get(bucket) ?? 0) + 1);
    this.total += 1;
  }

  /** Null before anything was counted. */
  percentile(share: number): number | null {
    let left = Math.ceil(this.total * share);
    for (const [bucket, count] of [...this.counts].sort(([a], [b]) => a - b)) {
      left -= count;
      if (left <= 0) return Math.exp(bucket * STEP);
    }
    return null;
  }
}
