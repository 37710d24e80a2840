import type { Stretch } from './calendar-days.js';

/** In order; overlapping and touching ones as one. */
export function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: { from: number; to: number }[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const before = found.at(-1);
    if (from >= to) continue;
    if (before && from <= before.to) before.to = Math.max(before.to, to);
    else found.push({ from, to });
  }
  return found;
}
