import { Refusal } from '../refusal.js';

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Up to here no unit combines with its neighbour but CR with LF; Han characters stand alone too, but for what selects their variants. */
const PLAIN = /^[\n -\u02FF\u2010-\u2027\u3000-\u3029\u4E00-\u9FFF\uFF01-\uFF60]*$/;

/** The length of a text as people count it: a family emoji, an accented letter or a flag is one character. */
export function lengthAsCounted(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let count = 0;
  for (const _ of GRAPHEMES.segment(text)) count += 1;
  return count;
}

/** Throws `invalid` for a text that the channel does not take in one piece. Null: the channel takes any. */
export function assertFits(text: string, limit: number | null): void {
  if (limit === null) return;
  const length = lengthAsCounted(text.trim());
  if (length <= limit) return;
  const reason = `has ${length} characters; this channel takes ${limit}`;
  throw new Refusal('invalid', {
    detail: `body: ${reason}`,
    errors: [{ field: 'body', reason }],
    current: { length, limit },
  });
}
