import type { FindingView, MessageTextsView } from '#contracts/moderation.http.js';
import { type MessageTexts, type RedactedSpan, redacted } from '#domain/moderation/redaction.js';

/** A place that can be covered. */
export interface Place extends RedactedSpan {
  /** What screening found there; null where the moderator named the words. */
  kind: string | null;
  isChosen: boolean;
}

export const FIELDS = ['title', 'body', 'name'] as const;

export function textsOf({ title, body, citizenName }: MessageTextsView): MessageTexts {
  return { title, body, name: citizenName };
}

/** What screening found at a place, each place once, chosen at first; what it found in a text as a whole is no place. */
export function placesFound(texts: MessageTexts, findings: readonly FindingView[]): Place[] {
  return findings.flatMap(({ field, start, end, kind }, index) => {
    const length = texts[field]?.length ?? 0;
    const isPlace = start < end && end <= length && (start > 0 || end < length || field === 'name');
    const isFirst = findings.findIndex((one) => isSamePlace(one, { field, start, end })) === index;
    return isPlace && isFirst ? [{ field, start, end, kind, isChosen: true }] : [];
  });
}

interface Coverable {
  findings: readonly FindingView[];
  /** Null where nothing is covered yet. */
  covered: readonly RedactedSpan[] | null;
}

/** To begin with what is covered now stays so; where nothing is yet, what screening found is proposed. */
export function placesToCover(texts: MessageTexts, { findings, covered }: Coverable): Place[] {
  const found = placesFound(texts, findings);
  if (!covered) return found;
  const others = found.filter((place) => !covered.some((span) => isSamePlace(span, place)));
  const kindOf = (span: RedactedSpan) => found.find((place) => isSamePlace(span, place))?.kind ?? null;
  return [
    ...covered.map((span) => ({ ...span, kind: kindOf(span), isChosen: true })),
    ...others.map((place) => ({ ...place, isChosen: false })),
  ];
}

/** Every place where the words stand, whatever their case, beside those that are known. Null where they stand nowhere. */
export function withWords(texts: MessageTexts, places: readonly Place[], words: string): Place[] | null {
  const wanted = words.trim().toLowerCase();
  const found = FIELDS.flatMap((field) => occurrences(texts[field] ?? '', wanted).map((at) => ({ field, ...at })));
  if (wanted === '' || found.length === 0) return null;
  const isFound = (place: Place) => found.some((one) => isSamePlace(one, place));
  const fresh = found.filter((one) => !places.some((place) => isSamePlace(one, place)));
  return [
    ...places.map((place) => (isFound(place) ? { ...place, isChosen: true } : place)),
    ...fresh.map((one) => ({ ...one, kind: null, isChosen: true })),
  ];
}

/** The texts as everybody will read them; null while nothing is chosen. */
export function previewOf(texts: MessageTexts, places: readonly Place[]): MessageTexts | null {
  const spans = spansOf(places);
  return spans.length > 0 ? redacted(texts, spans) : null;
}

export function spansOf(places: readonly Place[]): RedactedSpan[] {
  return places.filter(({ isChosen }) => isChosen).map(({ field, start, end }) => ({ field, start, end }));
}

/** By lower case of each unit alone: the offsets stay those of the text. */
function occurrences(text: string, wanted: string): { start: number; end: number }[] {
  const folded = Array.from({ length: text.length }, (_, place) => lower(text.charAt(place))).join('');
  const found: { start: number; end: number }[] = [];
  for (let start = wanted ? folded.indexOf(wanted) : -1; start >= 0; start = folded.indexOf(wanted, start + 1)) {
    found.push({ start, end: start + wanted.length });
  }
  return found;
}

function lower(unit: string): string {
  const folded = unit.toLowerCase();
  return folded.length === 1 ? folded : unit;
}

function isSamePlace(one: RedactedSpan, other: RedactedSpan): boolean {
  return one.field === other.field && one.start === other.start && one.end === other.end;
}
