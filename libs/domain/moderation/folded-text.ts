import { type FoldedText, foldCharacters } from '../folded-text.js';

/** Zero-width, bidi and filler characters, and marks laid over a letter: they are only there to part what belongs together. */
const INVISIBLE = /^(?:\p{Default_Ignorable_Code_Point}|\p{Cf}|\p{Me}|[\u0332-\u0338])$/u;
/** Ligatures that stand for a whole phrase (U+FDFA: 18 letters) hide no word and would let 10,000 characters become 180,000. */
const LONGEST_EXPANSION = 4;

/** Compatibility forms (full width, circled, mathematical), case and invisible characters folded away. */
export function foldText(original: string): FoldedText {
  return foldCharacters(original, foldCharacter);
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
