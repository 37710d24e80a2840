/** What time brings about, and not an event: looked for in PostgreSQL, so that no restart and no lost Redis forgets it. */
export interface DueWork {
  readonly name: string;
  readonly everyMs: number;
  /**
   * Does all that is due by the desk's clock. Many workers may ask at once; each thing happens once. What takes long
   * looks at `stop` between its steps: the worker waits for it before it ends.
   */
  run(stop: AbortSignal): Promise<unknown>;
}

export const DUE_WORK = Symbol('due work');
