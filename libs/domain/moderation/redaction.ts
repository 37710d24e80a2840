import { Refusal } from '../refusal.js';
import type { ScreenedField } from './screening.js';

/** The same for every span: the length of a block says nothing of what is under it. */
export const BLOCK = '███';

/** What a moderator covers, in UTF-16 units of the original text of the field. */
export interface RedactedSpan {
  field: ScreenedField;
  start: number;
  end: number;
}

export interface MessageTexts {
  title: string | null;
  body: string;
  name: string;
}

/**
 * The texts of a message with its spans covered. Spans that touch, or that only white space parts, are one block: how
 * many there were says nothing either. Throws `invalid` where a span is empty or not in its text.
 */
export function redacted(original: MessageTexts, spans: readonly RedactedSpan[]): MessageTexts {
  if (spans.length === 0) throw wrongSpan('covers nothing');
  for (const span of spans) assertInside(original[span.field], span);
  const cover = (field: ScreenedField, text: string) =>
    covered(
      text,
      spans.filter((span) => span.field === field),
    );
  return {
    title: original.title === null ? null : cover('title', original.title),
    body: cover('body', original.body),
    name: cover('name', original.name),
  };
}

function covered(text: string, spans: readonly { start: number; end: number }[]): string {
  let [shown, at] = ['', 0];
  for (const { start, end } of joined(text, spans)) {
    shown += text.slice(at, start) + BLOCK;
    at = end;
  }
  return shown + text.slice(at);
}

function joined(text: string, spans: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const blocks: { start: number; end: number }[] = [];
  const inOrder = spans.map((span) => wholeCharacters(text, span)).sort((a, b) => a.start - b.start);
  for (const span of inOrder) {
    const last = blocks.at(-1);
    if (last && (span.start <= last.end || text.slice(last.end, span.start).trim() === '')) {
      last.end = Math.max(last.end, span.end);
      continue;
    }
    blocks.push({ ...span });
  }
  return blocks;
}

/** Half of a surrogate pair is no text, and a mark that is left over would tell of what it stood on. */
function wholeCharacters(text: string, { start, end }: { start: number; end: number }) {
  let [from, to] = [start, end];
  while (from > 0 && CONTINUES.test(text.slice(from, from + 1))) from -= 1;
  while (to < text.length && CONTINUES.test(text.slice(to, to + 1))) to += 1;
  return { start: from, end: to };
}

const CONTINUES = /^[\p{M}\u200d\ufe0e\ufe0f\udc00-\udfff]/v;

function assertInside(text: string | null, { start, end }: { start: number; end: number }): void {
  if (text === null || start < 0 || start >= end || end > text.length) throw wrongSpan('is not in the text');
}

function wrongSpan(reason: string): Refusal {
  return new Refusal('invalid', { detail: `spans: ${reason}`, errors: [{ field: 'spans', reason }] });
}
