import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../refusal.js';
import { BLOCK, type RedactedSpan, redacted } from './redaction.js';

const texts = (body: string, title: string | null = null) => ({ title, body, name: 'Wang Fang' });
const at = (text: string, words: string): { start: number; end: number } => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const inBody = (body: string, ...words: string[]): string =>
  redacted(
    texts(body),
    words.map((one) => ({ field: 'body', ...at(body, one) })),
  ).body;

describe('covering what must not be public', () => {
  it('puts the same block for every length', () => {
    expect(inBody('Call 13800138000 or Li, please.', '13800138000', 'Li')).toBe(`Call ${BLOCK} or ${BLOCK}, please.`);
    expect(inBody('我叫王芳，电话13800138000。', '王芳', '13800138000')).toBe(`我叫${BLOCK}，电话${BLOCK}。`);
  });

  it('makes one block of what overlaps, touches, or is parted by white space only', () => {
    expect(inBody('Ask Wang Fang there', 'Wang', 'Fang')).toBe(`Ask ${BLOCK} there`);
    expect(inBody('Ask Wang Fang there', 'Wang Fa', 'g Fang')).toBe(`Ask ${BLOCK} there`);
  });

  it('covers title and name in the same way', () => {
    const original = { title: 'About Li', body: 'A word.', name: 'Li' };
    const spans: RedactedSpan[] = [
      { field: 'title', start: 6, end: 8 },
      { field: 'name', start: 0, end: 2 },
    ];
    expect(redacted(original, spans)).toEqual({ title: `About ${BLOCK}`, body: 'A word.', name: BLOCK });
  });

  it('never leaves half a character, nor a mark of what is covered', () => {
    const body = 'a😀b';
    expect(redacted(texts(body), [{ field: 'body', start: 1, end: 2 }]).body).toBe(`a${BLOCK}b`);
    expect(redacted(texts('e\u0301!'), [{ field: 'body', start: 0, end: 1 }]).body).toBe(`${BLOCK}!`);
  });

  it.each([
    ['nothing at all', []],
    ['an empty span', [{ field: 'body', start: 1, end: 1 }]],
    ['what lies behind the end', [{ field: 'body', start: 1, end: 99 }]],
    ['a title that there is not', [{ field: 'title', start: 0, end: 1 }]],
  ] as [string, RedactedSpan[]][])('refuses %s', (_, spans) => {
    expect(() => redacted(texts('words'), spans)).toThrow(Refusal);
  });

  it('keeps no unit of any span, in well-formed text, whatever the text', () => {
    const arbitrary = fc.tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.nat(), fc.nat());
    fc.assert(
      fc.property(arbitrary, ([body, one, other]) => {
        const [start, last] = [one % body.length, other % body.length].sort((a, b) => a - b) as [number, number];
        const { body: shown } = redacted(texts(body), [{ field: 'body', start, end: last + 1 }]);
        const [left, right] = shown.split(BLOCK);
        expect(body.startsWith(left ?? '-')).toBe(true);
        expect(body.endsWith(right ?? '-')).toBe(true);
        expect((left ?? '').length).toBeLessThanOrEqual(start);
        expect((right ?? '').length).toBeLessThanOrEqual(body.length - last - 1);
        expect(shown.isWellFormed()).toBe(body.isWellFormed());
      }),
    );
  });
});
