import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { densestStart, type TermSpan } from './densest-start.js';

describe('the densest stretch', () => {
  it('is found in one sweep, however often a word comes again', () => {
    let looks = 0;
    const spans: TermSpan[] = Array.from({ length: 25_000 }, (_, n) => ({
      start: n * 2,
      term: 0,
      get end() {
        looks += 1;
        return n * 2 + 2;
      },
    }));
    expect(densestStart(spans, 140)).toBe(0);
    expect(looks).toBeLessThanOrEqual(3 * spans.length);
  });

  it('is the first with the most different terms', () => {
    const piece = fc.record({
      gap: fc.integer({ min: 0, max: 8 }),
      length: fc.integer({ min: 1, max: 15 }),
      term: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        let at = 0;
        const spans = pieces.map(({ gap, length, term }) => {
          const start = at + gap;
          at = start + length;
          return { start, end: at, term };
        });
        const termsFrom = ({ start }: TermSpan) =>
          new Set(spans.filter((span) => span.start >= start && span.end <= start + 10).map(({ term }) => term)).size;
        const most = Math.max(0, ...spans.map(termsFrom));
        const first = most === 0 ? spans[0] : spans.find((span) => termsFrom(span) === most);
        expect(densestStart(spans, 10)).toBe(first?.start ?? 0);
      }),
    );
  });
});
