/** A text in the form that rules compare, and where each of its UTF-16 units came from. */
export interface FoldedText {
  text: string;
  /** Per unit of `text`: offset in the original where its character starts. */
  starts: readonly number[];
  /** Per unit of `text`: offset in the original just after its character. */
  ends: readonly number[];
  originalLength: number;
}

export interface Span {
  start: number;
  end: number;
}

/** Zero-width, bidi and filler characters, and marks laid over a letter: they are only there to part what belongs together. */
const INVISIBLE = /^(?:\p{Default_Ignorable_Code_Point}|\p{Cf}|\p{Me}|[\u0332-\u0338])$/u;
/** Ligatures that stand for a whole phrase (U+FDFA: 18 letters) hide no word and would let 10,000 characters become 180,000. */
const LONGEST_EXPANSION = 4;

/** Compatibility forms (full width, circled, mathematical), case and invisible characters folded away. */
export function foldText(original: string): FoldedText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (const character of original) {
    const end = start + character.length;
    const folded = foldCharacter(character);
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
    units.push(folded);
    start = end;
  }
  return { text: units.join(''), starts, ends, originalLength: original.length };
}

/** The place in the original of `start` to `end` in the folded text. */
export function originalSpan(folded: FoldedText, { start, end }: Span): Span {
  return {
    start: folded.starts[start] ?? folded.originalLength,
    end: folded.ends[end - 1] ?? folded.originalLength,
  };
}

function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (isUnchanged(code)) return character;
  if (INVISIBLE.test(character)) return '';
  const folded = character.normalize('NFKC').toLowerCase();
  return folded.length > LONGEST_EXPANSION ? character : folded;
}

/** The bulk of real text, without the cost of a normalisation: ASCII but capitals, and the common ideographs. */
function isUnchanged(code: number): boolean {
  return code < 0x41 || (code > 0x5a && code < 0x80) || (code >= 0x4e00 && code <= 0x9fff);
}
