import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type MarkedPiece, markAll, markExcerpt } from './highlight.js';
import { placeOf, relevanceOf } from './relevance.js';
import { readSearch, type SearchQuery } from './search-query.js';

const read = (typed: string): SearchQuery => {
  const query = readSearch(typed);
  if (typeof query === 'string') throw new Error(query);
  return query;
};
const marked = (pieces: MarkedPiece[] | null) =>
  pieces?.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

describe('marks', () => {
  it('stand around what was looked for, as it was written', () => {
    expect(marked(markAll('小区物业与ＲＯＡＤＳ', read('物业 road')))).toBe('小区[物业]与[ＲＯＡＤＳ]');
    expect(markAll('小区', read('物业'))).toBeNull();
  });

  it('are data: what looks like markup stays text', () => {
    expect(markAll('<b>物业</b>', read('物业'))).toEqual([
      { text: '<b>', isMatch: false },
      { text: '物业', isMatch: true },
      { text: '</b>', isMatch: false },
    ]);
  });

  it('choose the place where most of the terms are', () => {
    const text = `物业${'很'.repeat(300)}物业和噪音${'很'.repeat(300)}`;
    expect(marked(markExcerpt(text, read('噪音 物业')))).toMatch(/^…很+\[物业\]和\[噪音\]很+…$/);
  });

  it('show the start of a text where nothing is in it', () => {
    expect(markExcerpt('  Two\n lines ', read('物业'))).toEqual([{ text: 'Two lines', isMatch: false }]);
  });

  it('cut no character in two and lose none in between', () => {
    const text = fc.string({ unit: fc.constantFrom('物', '业', '𠮷', ' ', '，', 'a'), maxLength: 400 });
    fc.assert(
      fc.property(text, (written) => {
        const pieces = markExcerpt(written, read('物业'));
        const shown = pieces.map((piece) => piece.text).join('');
        expect(shown.isWellFormed()).toBe(true);
        const inside = shown.replace(/^…|…$/g, '');
        expect(written.replace(/\s+/g, ' ')).toContain(inside);
      }),
    );
  });
});

describe('relevance', () => {
  const of = (typed: string, title: string | null, body: string) =>
    relevanceOf(read(typed), { title, body, name: null });

  it('prefers the title, words together and words that come again', () => {
    const body = '小区的物业';
    expect(of('物业', '物业', '小区')).toBeGreaterThan(of('物业', null, body) ?? 1);
    expect(of('小区物业', null, '小区物业')).toBeGreaterThan(of('小区物业', null, body) ?? 1);
    expect(of('物业', null, '物业物业')).toBeGreaterThan(of('物业', null, body) ?? 1);
  });

  it('is null where a term is missing after all', () => {
    expect(of('物业费', null, '物业，费用')).toBeNull();
    expect(relevanceOf(read('王小明'), { title: null, body: '您好', name: '王小明' })).not.toBeNull();
  });

  it('never outweighs a quarter of a year', () => {
    const at = new Date('2026-01-01T00:00:00Z');
    const best = placeOf(read('物业'), { title: '物业', body: '物业'.repeat(50), name: null }, at) ?? 0;
    expect(best - at.getTime()).toBeLessThanOrEqual(90 * 86_400_000);
  });
});
