export interface Found {
  start: number;
  end: number;
  kind: string;
}

export interface Segment {
  text: string;
  /** Where the segment starts: unique within one text. */
  start: number;
  /** What was found here; empty for plain text. Overlapping findings share a segment. */
  kinds: string[];
}

/** What was found in the text as a whole (too short, a repeated post) marks no place in it. */
const isPlace = (text: string, { start, end }: Found) => start > 0 || end < text.length;

/** Cuts a text at the borders of what was found. Offsets are UTF-16 units; those outside of the text are clipped. */
export function segmentsOf(text: string, found: readonly Found[]): Segment[] {
  const inside = found
    .filter((one) => isPlace(text, one))
    .map(({ kind, start, end }) => ({ kind, start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end);
  const borders = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return borders.slice(0, -1).map((start, index) => {
    const end = borders[index + 1] ?? text.length;
    const kinds = inside.filter((one) => one.start <= start && one.end >= end).map(({ kind }) => kind);
    return { text: text.slice(start, end), start, kinds: [...new Set(kinds)] };
  });
}
