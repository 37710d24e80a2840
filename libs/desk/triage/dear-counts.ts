/** A count that takes less is taken anew whenever it is asked for. */
const CHEAP_MS = 50;
/** A dear one rests this many times as long as it took: all of them together take a twentieth of one connection. */
const REST = 20;
const MOST_KEPT = 1_000;

export interface Timed {
  n: number;
  /** Of the statement alone: waiting for a connection says nothing of what it costs. */
  tookMs: number;
}

interface Counted {
  n: number;
  restsUntil: number;
}

/** Keeps filters over years of history from being counted every second: what took long is counted less often. */
export class DearCounts {
  private readonly kept = new Map<string, Counted>();

  async count(key: string, count: () => Promise<Timed>): Promise<number> {
    const known = this.kept.get(key);
    if (known && performance.now() < known.restsUntil) return known.n;
    const { n, tookMs } = await count();
    this.kept.delete(key);
    if (tookMs >= CHEAP_MS) this.keep(key, { n, restsUntil: performance.now() + tookMs * REST });
    return n;
  }

  private keep(key: string, counted: Counted): void {
    const [oldest] = this.kept.keys();
    if (oldest !== undefined && this.kept.size >= MOST_KEPT) this.kept.delete(oldest);
    this.kept.set(key, counted);
  }
}
