import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { originalSpan } from '../folded-text.js';
import { foldText } from './folded-text.js';

describe('folding a text', () => {
  it.each([
    ['full width', 'ＡＢＣ１２３＠', 'abc123@'],
    ['case', 'HeLLo', 'hello'],
    ['zero-width and bidi characters', 'a\u200bb\u202ec\u00add', 'abcd'],
    ['strokes and keycaps', 'f\u0336u 1\ufe0f\u20e3', 'fu 1'],
    ['mathematical and circled forms', '𝐟① ', 'f1 '],
    ['nothing in Chinese', '路灯坏了，请修。', '路灯坏了,请修。'],
  ])('folds %s', (_, original, folded) => {
    expect(foldText(original).text).toBe(folded);
  });

  it('does not let a ligature of eighteen letters swell the text', () => {
    expect(foldText('\ufdfa'.repeat(10_000)).text).toHaveLength(10_000);
  });

  it('knows where each unit came from, through surrogates and expansions', () => {
    const folded = foldText('😀㏂x');
    expect(folded.text).toBe('😀a.m.x');
    expect(originalSpan(folded, { start: 2, end: 6 })).toEqual({ start: 2, end: 3 });
    expect(originalSpan(folded, { start: 6, end: 7 })).toEqual({ start: 3, end: 4 });
  });

  it('keeps one origin for every unit, in order, whatever the text', () => {
    const text = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(text, (original) => {
        const { text: folded, starts, ends } = foldText(original);
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        expect(ends.every((end, index) => end > (starts[index] ?? end) && end <= original.length)).toBe(true);
      }),
    );
  });
});
