interface Line {
  running: boolean;
  /** Rung while running or waiting: one more run is due. */
  again: (() => Promise<unknown>) | null;
  timer: ReturnType<typeof setTimeout> | null;
  freeAt: number;
}

/**
 * Runs at once when it is quiet, then at most once per interval and never two at a time; whatever was rung last is
 * always followed by a run that began after it, so nothing stays stale.
 */
export class RefetchLimiter {
  readonly #lines = new Map<string, Line>();

  /** A little over the second that is promised: a timer may also fire early. */
  constructor(readonly intervalMs = 1_050) {}

  /** `requests`: how many requests one run costs; a list of five pages then waits five intervals. */
  ring(key: string, run: () => Promise<unknown>, requests = 1): void {
    const line = this.#line(key);
    line.again = run;
    if (line.running || line.timer) return;
    const wait = line.freeAt - Date.now();
    if (wait <= 0) return void this.#start(key, line, requests);
    line.timer = setTimeout(() => this.#start(key, line, requests), wait);
  }

  stop(): void {
    for (const line of this.#lines.values()) if (line.timer) clearTimeout(line.timer);
    this.#lines.clear();
  }

  #line(key: string): Line {
    const known = this.#lines.get(key);
    if (known) return known;
    const line: Line = { running: false, again: null, timer: null, freeAt: 0 };
    this.#lines.set(key, line);
    return line;
  }

  async #start(key: string, line: Line, requests: number): Promise<void> {
    const run = line.again;
    line.timer = null;
    line.again = null;
    if (!run) return;
    line.running = true;
    line.freeAt = Date.now() + this.intervalMs * Math.max(1, requests);
    // A failed refetch shows itself on the list that failed; the line must stay usable.
    await run().catch(() => undefined);
    line.running = false;
    const next = line.again;
    if (next && this.#lines.get(key) === line) this.ring(key, next, requests);
  }
}
