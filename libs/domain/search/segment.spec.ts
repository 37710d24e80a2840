import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldForSearch, foldWithPlaces } from './fold.js';
import { unitsOf, wordsOf, wordsOfUnits } from './segment.js';

describe('the words of a text', () => {
  it.each([
    ['小区业主', ['小区', '区业', '业主']],
    ['物业，公司', ['物业', '公司']],
    ['水！', ['水']],
    ['A3区的路', ['a3', '区的', '的路']],
    ['The roads of two CITIES', ['the', 'road', 'of', 'two', 'city']],
    ['Ｃａｆé ①号', ['cafe', '1', '号']],
    ['bus 906路', ['bus', '906', '路']],
    ['ごみの日', ['ごみ', 'みの', 'の日']],
    ['쓰레기', ['쓰레', '레기']],
    ['ขอบคุณครับ', ['ขอบคุณ', 'ครับ']],
    ['?!…—', []],
  ])('%s', (text, words) => {
    expect([...wordsOf(text)]).toEqual(words);
  });

  it('are the same whether units are told apart first or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(wordsOfUnits(unitsOf(foldForSearch(text)))).toEqual(wordsOf(text));
      }),
    );
  });

  it('never hold what is syntax to PostgreSQL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([...wordsOf(text)].filter((word) => /[\s'"\\:&|!()<>*/]/.test(word))).toEqual([]);
      }),
    );
  });

  it('holds a word of endless length short', () => {
    expect([...wordsOf('x'.repeat(10_000))]).toEqual(['x'.repeat(40)]);
  });
});

describe('folding', () => {
  it('leads back to where each character was', () => {
    const original = '见㈱ÀÉ\u200bＢ。';
    const folded = foldWithPlaces(original);
    expect(folded.text).toBe(foldForSearch(original));
    const at = folded.text.indexOf('b');
    const { start, end } = folded.original(at, at + 1);
    expect(original.slice(start, end)).toBe('Ｂ');
  });
});
