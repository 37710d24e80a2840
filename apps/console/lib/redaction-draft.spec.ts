import { describe, expect, it } from '@jest/globals';
import { placesFound, placesToCover, previewOf, spansOf, withWords } from './redaction-draft.js';

const texts = { title: 'Lamp at No. 5', body: 'Wang Fang, 13800138000, says WANG Fang.', name: 'Wang Fang' };
const finding = (field: 'title' | 'body' | 'name', start: number, end: number) => ({
  ...{ phase: 'personal-data', kind: 'mobile-number', field, start, end },
});

describe('choosing what is covered', () => {
  it('offers each place that screening found once, and no finding about the text as a whole', () => {
    const found = [finding('body', 11, 22), finding('body', 11, 22), finding('body', 0, texts.body.length)];
    expect(placesFound(texts, found)).toEqual([
      { field: 'body', start: 11, end: 22, kind: 'mobile-number', isChosen: true },
    ]);
  });

  it('begins with what is covered now, so that covering again uncovers nothing', () => {
    const covered = [{ field: 'body' as const, start: 0, end: 9 }];
    const places = placesToCover(texts, { findings: [finding('body', 11, 22)], covered });
    expect(places.map(({ start, isChosen }) => [start, isChosen])).toEqual([
      [0, true],
      [11, false],
    ]);
    expect(placesToCover(texts, { findings: [finding('body', 11, 22)], covered: null })).toHaveLength(1);
  });

  it('adds every place where words stand, in every field, whatever their case', () => {
    const places = withWords(texts, [], ' wang fang ');
    expect(places?.map(({ field, start }) => [field, start])).toEqual([
      ['body', 0],
      ['body', 29],
      ['name', 0],
    ]);
    expect(withWords(texts, places ?? [], 'Wang Fang')).toEqual(places);
    expect(withWords(texts, [], 'Zhao')).toBeNull();
  });

  it('shows what everybody will read, of what is chosen only', () => {
    const places = withWords(texts, placesFound(texts, [finding('body', 11, 22)]), 'Wang Fang') ?? [];
    expect(previewOf(texts, places)?.body).toBe('███, ███, says ███.');
    const fewer = places.map((place) => ({ ...place, isChosen: place.field === 'name' }));
    expect(previewOf(texts, fewer)).toMatchObject({ body: texts.body, name: '███' });
    expect(spansOf(fewer)).toHaveLength(1);
    expect(previewOf(texts, [])).toBeNull();
  });
});
