import { describe, expect, it } from '@jest/globals';
import { grouped, matching, type PaletteEntry } from './palette-match.js';

const entry = (id: string, words: string, rest: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id,
  group: 'here',
  words,
  keys: [],
  run: () => undefined,
  ...rest,
});
const ENTRIES = [
  entry('claim', 'Claim the conversation'),
  entry('close', 'Close…'),
  entry('letters', 'Go to: Letters', { group: 'go' }),
  entry('water', '收件箱：水务局', { group: 'go', detail: 'Café réservé' }),
];
const idsFor = (typed: string, entries = ENTRIES) => matching(entries, typed).map(({ id }) => id);

describe('what the palette finds', () => {
  it('shows everything before a word is typed', () => {
    expect(idsFor('  ')).toEqual(['claim', 'close', 'letters', 'water']);
  });

  it('wants every word, in any order and any case', () => {
    expect(idsFor('CONV claim')).toEqual(['claim']);
    expect(idsFor('claim letters')).toEqual([]);
  });

  it('finds Chinese words, full-width letters and words without their accents', () => {
    expect(idsFor('水务')).toEqual(['water']);
    expect(idsFor('ｃｌｏｓｅ')).toEqual(['close']);
    expect(idsFor('cafe reserve')).toEqual(['water']);
  });

  it('puts what begins with the typed words first', () => {
    expect(idsFor('c')).toEqual(['claim', 'close', 'water']);
    expect(idsFor('le', [entry('last', 'Whole'), entry('first', 'Letters')])).toEqual(['first', 'last']);
  });

  it('shows what was used last once, above', () => {
    const recent = entry('close', 'Close…', { group: 'recent' });
    expect(grouped(matching([recent, ...ENTRIES], '')).map(({ group, entries }) => [group, entries.length])).toEqual([
      ['recent', 1],
      ['here', 1],
      ['go', 2],
    ]);
  });
});
