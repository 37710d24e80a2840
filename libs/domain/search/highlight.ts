import { densestStart } from './densest-start.js';
import { foldWithPlaces } from './fold.js';
import type { SearchQuery } from './search-query.js';

export interface MarkedPiece {
  text: string;
  isMatch: boolean;
}

interface Span {
  start: number;
  end: number;
}

const EXCERPT_CHARACTERS = 150;
/** So much of what comes before is shown, in half widths: the mark has to be in sight in a narrow column too. */
const LEAD = 10;

/** The whole text, what was looked for marked; null where nothing of it is in the text. */
export function markAll(text: string, query: SearchQuery): MarkedPiece[] | null {
  const line = onOneLine(text);
  const spans = spansIn(line, query);
  return spans.length > 0 ? piecesOf(line, spans) : null;
}

/** The place with the most different terms, cut to a line or two; the start of the text where none is in it. */
export function markExcerpt(text: string, query: SearchQuery): MarkedPiece[] {
  const line = onOneLine(text);
  const spans = spansIn(line, query);
  const start = leadBefore(line, densestStart(spans, EXCERPT_CHARACTERS - LEAD));
  const from = startOfCharacter(
    line,
    line.length - start < EXCERPT_CHARACTERS ? Math.max(0, line.length - EXCERPT_CHARACTERS) : start,
  );
  const to = startOfCharacter(line, Math.min(line.length, from + EXCERPT_CHARACTERS));
  const inside = spans
    .filter((span) => span.end > from && span.start < to)
    .map((span) => ({ start: Math.max(span.start, from) - from, end: Math.min(span.end, to) - from }));
  const pieces = piecesOf(line.slice(from, to), inside);
  if (from > 0) pieces.unshift({ text: '…', isMatch: false });
  if (to < line.length) pieces.push({ text: '…', isMatch: false });
  return pieces;
}

const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Where the terms are, in order, none over another. */
function spansIn(text: string, { terms }: SearchQuery): (Span & { term: number })[] {
  const folded = foldWithPlaces(text);
  const found = terms.flatMap(({ pattern }, term) =>
    Array.from(folded.text.matchAll(pattern), ({ index, 0: match }) => ({
      term,
      ...folded.original(index, index + match.length),
    })),
  );
  const inOrder = found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: (Span & { term: number })[] = [];
  for (const span of inOrder) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}

function leadBefore(text: string, start: number): number {
  let at = start;
  for (let width = 0; at > 0 && width < LEAD; width += isWide(text.charAt(at)) ? 2 : 1) at -= 1;
  return at;
}

const isWide = (character: string) => character > '\u1100';

function piecesOf(text: string, spans: readonly Span[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  const add = (end: number, isMatch: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), isMatch });
    at = Math.max(at, end);
  };
  for (const { start, end } of spans) {
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return pieces;
}

/** Never between the halves of a surrogate pair. */
function startOfCharacter(text: string, at: number): number {
  const isLowHalf = /[\udc00-\udfff]/.test(text.charAt(at));
  return isLowHalf ? at - 1 : at;
}
