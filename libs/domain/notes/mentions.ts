/** A mention as it is kept: by id, so that it still names the right person when a name changes. */
const MENTION = /@\[([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\]/g;

export const NOTE_LIMIT = 5_000;
/** More than this is a circular, not a note. */
export const MENTIONS_LIMIT = 20;

export function mentionOf(officerId: string): string {
  return `@[${officerId}]`;
}

/** The ids mentioned in a note, each once, in the order of the text. */
export function mentionsIn(body: string): string[] {
  return [...new Set(Array.from(body.matchAll(MENTION), (match) => match[1] ?? ''))];
}

export type NotePart = { text: string; start: number } | { officerId: string; start: number };

/** The text of a note cut at its mentions; `start` is unique within the note. */
export function notePartsOf(body: string): NotePart[] {
  const parts: NotePart[] = [];
  let end = 0;
  for (const match of body.matchAll(MENTION)) {
    if (match.index > end) parts.push({ text: body.slice(end, match.index), start: end });
    parts.push({ officerId: match[1] ?? '', start: match.index });
    end = match.index + match[0].length;
  }
  if (end < body.length) parts.push({ text: body.slice(end), start: end });
  return parts;
}
