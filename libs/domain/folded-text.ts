/** A text whose characters were each replaced by a form of their own, and where each of its UTF-16 units came from. */
export interface FoldedText {
  text: string;
  /** Per unit of `text`: offset in the original where its character starts. */
  starts: readonly number[];
  /** Per unit of `text`: offset in the original just after its character. */
  ends: readonly number[];
  originalLength: number;
}

/** Replaces each character; what is folded to nothing leaves no trace but the places around it. */
export function foldCharacters(original: string, fold: (character: string) => string): FoldedText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (const character of original) {
    const end = start + character.length;
    const folded = fold(character);
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
    units.push(folded);
    start = end;
  }
  return { text: units.join(''), starts, ends, originalLength: original.length };
}

export interface Span {
  start: number;
  end: number;
}

/** The place in the original of `start` to `end` in the folded text. */
export function originalSpan(folded: FoldedText, { start, end }: Span): Span {
  return {
    start: folded.starts[start] ?? folded.originalLength,
    end: folded.ends[end - 1] ?? folded.originalLength,
  };
}
