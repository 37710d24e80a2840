export interface TermSpan {
  start: number;
  end: number;
  /** Which of the terms stands there. */
  term: number;
}

/**
 * Where the first stretch of this width begins that holds the most different terms. The spans are in order and none is
 * over another: one sweep, in which each comes into the stretch once and leaves it once.
 */
export function densestStart(spans: readonly TermSpan[], width: number): number {
  let best = { start: spans[0]?.start ?? 0, terms: 0 };
  const inside = new Map<number, number>();
  const coming = spans[Symbol.iterator]();
  let next = coming.next();
  for (const first of spans) {
    for (; !next.done && next.value.end <= first.start + width; next = coming.next()) {
      inside.set(next.value.term, (inside.get(next.value.term) ?? 0) + 1);
    }
    if (inside.size > best.terms) best = { start: first.start, terms: inside.size };
    if (!next.done && next.value === first) next = coming.next();
    else leave(inside, first.term);
  }
  return best.start;
}

function leave(inside: Map<number, number>, term: number): void {
  const left = (inside.get(term) ?? 0) - 1;
  if (left > 0) inside.set(term, left);
  else inside.delete(term);
}
