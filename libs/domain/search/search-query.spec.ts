import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldForSearch } from './fold.js';
import { readSearch } from './search-query.js';
import { wordsOf } from './segment.js';

const read = (typed: string) => {
  const query = readSearch(typed);
  if (typeof query === 'string') throw new Error(`${typed}: ${query}`);
  return query;
};
const termsOf = (typed: string) => read(typed).terms.map(({ text }) => text.replaceAll(' ', ''));
const finds = (typed: string, text: string) =>
  read(typed).terms.every(({ pattern }) => foldForSearch(text).search(pattern) >= 0);

describe('what was typed', () => {
  it.each([
    ['物业', ['物业']],
    ['公交车噪音', ['公交车', '噪音']],
    ['路灯 坏了', ['路灯', '坏了']],
    ['"小区物业"', ['小区物业']],
    ['“小区物业” 停车', ['小区物业', '停车']],
    ['「road works」 bus', ['roadwork', 'bus']],
    ['A3区', ['a3区']],
    ['Roads roads ROAD', ['road']],
  ])('%s means %j', (typed, terms) => {
    expect(termsOf(typed)).toEqual(terms);
  });

  it.each([
    ['', 'nothing'],
    ['  。！？ ', 'nothing'],
    ['水', 'too-short'],
    ['水 路', 'too-short'],
  ])('%j is no question', (typed, problem) => {
    expect(readSearch(typed)).toBe(problem);
  });

  it('is not troubled by ten thousand quotation marks', () => {
    expect(readSearch('"'.repeat(10_000))).toBe('nothing');
    expect(termsOf(`${'"'.repeat(9_999)}物业`)).toEqual(['物业']);
  });

  it('looks a word up by what texts are indexed by', () => {
    expect(read('物业费').terms[0]).toMatchObject({ words: ['物业', '业费'], needsLook: true });
    expect(read('物业').terms[0]).toMatchObject({ words: ['物业'], needsLook: false });
    expect(read('A3区').terms[0]).toMatchObject({ words: ['a3'], needsLook: true });
  });
});

describe('a term in a text', () => {
  it.each([
    ['物业费', '本小区物业费太高'],
    ['road', 'Both ROADS are closed.'],
    ['cities', 'our city'],
    ['"road works"', 'the road-works at night'],
    ['cafe', 'Le Café'],
    ['906', '坐906路'],
    ['A3区', '住在Ａ３区'],
    ['"小区 物业"', '小区，物业'],
  ])('%s is in %s', (typed, text) => {
    expect(finds(typed, text)).toBe(true);
  });

  it.each([
    ['物业费', '物业，费用'],
    ['road', 'broad'],
    ['"road works"', 'the road never works'],
    ['906', '9061'],
  ])('%s is not in %s', (typed, text) => {
    expect(finds(typed, text)).toBe(false);
  });

  it('is found by its words in whatever text holds it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'物业费太高小区abs 3，。'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, text, text, (before, typed, after) => {
        const query = readSearch(`"${typed}"`);
        if (typeof query === 'string') return;
        const whole = `${before} ${typed} ${after}`;
        const words = wordsOf(whole);
        for (const term of query.terms) {
          expect(foldForSearch(whole).search(term.pattern)).toBeGreaterThanOrEqual(0);
          for (const word of term.words) expect(words.has(word)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('stays fast and harmless whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'binary' }), (typed, text) => {
        const query = readSearch(typed);
        if (typeof query !== 'string') for (const { pattern } of query.terms) foldForSearch(text).search(pattern);
      }),
    );
  });
});
