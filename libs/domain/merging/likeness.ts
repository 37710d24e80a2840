/** Characters in a row that are compared; Chinese says in two what English says in several. */
const SHINGLE = 3;
/** Longer texts are compared by their beginning. */
const COMPARED = 400;

/** From here on two texts are taken for the same complaint, sent twice or copied. */
export const ALIKE = 0.5;

/** The sequences of a text that are compared: case, width, spaces and punctuation aside. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const folded = text.normalize('NFKC').toLowerCase().slice(0, COMPARED);
  const characters = [...folded.replace(/[^\p{L}\p{N}]+/gu, '')];
  if (characters.length <= SHINGLE) return new Set(characters.length > 0 ? [characters.join('')] : []);
  const starts = characters.length - SHINGLE + 1;
  return new Set(Array.from({ length: starts }, (_, start) => characters.slice(start, start + SHINGLE).join('')));
}

/** The share of the sequences of both texts that they have in common: 0 to 1 (Jaccard). */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [smaller, larger] = one.size <= other.size ? [one, other] : [other, one];
  if (smaller.size === 0) return 0;
  let shared = 0;
  for (const shingle of smaller) if (larger.has(shingle)) shared += 1;
  return shared / (one.size + other.size - shared);
}
