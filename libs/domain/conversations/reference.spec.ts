import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseReference, REFERENCE_PATTERN, referenceFrom } from './reference.js';

const prefix = fc.stringMatching(/^[A-Z]{2,6}$/);
const random = fc.uint8Array({ minLength: 8, maxLength: 8 });

describe('a public reference', () => {
  it('is the prefix and eight symbols', () => {
    expect(referenceFrom('BJ', Uint8Array.of(0, 1, 31, 32, 18, 20, 24, 27))).toBe('BJ-01Z0-JMRV');
  });

  it('keeps its form and reads back as itself, whatever the random bytes', () => {
    fc.assert(
      fc.property(prefix, random, (letters, bytes) => {
        const reference = referenceFrom(letters, bytes);
        expect(reference).toMatch(REFERENCE_PATTERN);
        expect(normaliseReference(reference)).toBe(reference);
      }),
    );
  });

  it('uses all forty bits: one bit changed in any symbol is another reference', () => {
    fc.assert(
      fc.property(random, fc.nat(7), fc.nat(4), (bytes, byte, bit) => {
        const changed = bytes.map((value, index) => (index === byte ? value ^ (1 << bit) : value));
        expect(referenceFrom('BJ', changed)).not.toBe(referenceFrom('BJ', bytes));
      }),
    );
  });
});

describe('a reference as people type it', () => {
  it.each([
    'bj-7f3k-92qd',
    ' BJ 7F3K 92QD ',
    'BJ-7F3K92QD',
    'ＢＪ－７Ｆ３Ｋ－９２ＱＤ',
    'BJ—7F3K–92QD',
    'BJ  -  7F3K - 92QD',
  ])('%j is understood', (typed) => {
    expect(normaliseReference(typed)).toBe('BJ-7F3K-92QD');
  });

  it('hears O as zero and I and L as one, but not in the prefix', () => {
    expect(normaliseReference('OIL-O0il-LI1o')).toBe('OIL-0011-1110');
  });

  it.each([
    '',
    'BJ',
    'BJ-7F3K',
    'BJ-7F3K-92QU',
    'BJ-7F3K-92QDX',
    'B-7F3K-92QD',
    'SEVENTY-7F3K-92QD',
    '北京-7F3K-92QD',
    '\ud800',
  ])('%j is none', (typed) => {
    expect(normaliseReference(typed)).toBeNull();
  });
});
