import { foldCharacters, originalSpan } from '../folded-text.js';

/** A text in the form in which words are compared, with the way back to the original. */
export interface SearchableText {
  text: string;
  /** The place in the original of the characters from `start` to `end` in `text`. */
  original(start: number, end: number): { start: number; end: number };
}

/** Accents laid over a letter, and what is not seen at all: nobody types them into a search field. */
const UNTYPED = /[\u0300-\u036f\p{Default_Ignorable_Code_Point}]/gu;
/** Nearly all of real text, without the cost of a normalisation: ASCII, ideographs, and signs that only part words. */
const COMMON =
  /^[\n\r -~\u2010-\u201f\u2026\u3000-\u303f\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]*$/u;

/**
 * Width, compatibility forms, case and accents folded away, so that "ＣＡＦＥ" finds "Café". Traditional and simplified
 * characters stay apart: their pairs are no property of Unicode.
 */
export function foldForSearch(text: string): string {
  if (COMMON.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(UNTYPED, '').normalize('NFC').toLowerCase();
}

/** The same fold with the way back: for the few texts that are shown. */
export function foldWithPlaces(original: string): SearchableText {
  if (COMMON.test(original)) return { text: original.toLowerCase(), original: (start, end) => ({ start, end }) };
  const folded = foldCharacters(original, foldForSearch);
  return { text: folded.text, original: (start, end) => originalSpan(folded, { start, end }) };
}
