import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../refusal.js';
import { assertFits, lengthAsCounted } from './reply-limit.js';

describe('lengthAsCounted', () => {
  it.each([
    ['', 0],
    ['We come on Monday.', 18],
    ['我们周一来。', 6],
    ['é', 1],
    ['e\u0301', 1],
    ['👨‍👩‍👧‍👦', 1],
    ['🇨🇳🇫🇷', 2],
    ['葛\u{E0100}', 1],
    ['a\r\nb', 3],
    ['한국', 2],
    ['“好”——…', 6],
  ])('%j is %i', (text, length) => {
    expect(lengthAsCounted(text)).toBe(length);
  });

  it('counts plain text as the segmenter would', () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    for (let unit = 0x20; unit < 0x1_0000; unit += 1) {
      const text = `a${String.fromCharCode(unit)}中`;
      if (!text.isWellFormed()) continue;
      const counted = [...segmenter.segment(text)].length;
      if (lengthAsCounted(text) !== counted)
        expect([unit.toString(16), lengthAsCounted(text)]).toEqual([unit, counted]);
    }
  });
});

describe('assertFits', () => {
  it('takes a text of exactly the limit, and any where there is none', () => {
    expect(() => assertFits(` ${'好'.repeat(140)}\n`, 140)).not.toThrow();
    expect(() => assertFits('x'.repeat(9_000), null)).not.toThrow();
  });

  it('refuses one more, with both numbers', () => {
    expect(() => assertFits('👍🏽'.repeat(141), 140)).toThrow(
      new Refusal('invalid', { detail: 'body: has 141 characters; this channel takes 140' }),
    );
  });
});
