import { describe, expect, it } from '@jest/globals';
import { segmentsOf } from './highlight.js';

describe('segmentsOf', () => {
  it('marks what was found and keeps the rest as it was', () => {
    expect(segmentsOf('call 13800138000 now', [{ start: 5, end: 16, kind: 'mobile' }])).toEqual([
      { text: 'call ', start: 0, kinds: [] },
      { text: '13800138000', start: 5, kinds: ['mobile'] },
      { text: ' now', start: 16, kinds: [] },
    ]);
  });

  it('names both kinds where two findings overlap', () => {
    const segments = segmentsOf('abcdef', [
      { start: 1, end: 4, kind: 'one' },
      { start: 3, end: 5, kind: 'two' },
    ]);
    expect(segments.map(({ text, kinds }) => [text, kinds])).toEqual([
      ['a', []],
      ['bc', ['one']],
      ['d', ['one', 'two']],
      ['e', ['two']],
      ['f', []],
    ]);
  });

  it('marks no place for a finding about the whole text', () => {
    expect(segmentsOf('ok', [{ start: 0, end: 2, kind: 'too-short' }])).toEqual([{ text: 'ok', start: 0, kinds: [] }]);
  });

  it('clips offsets that lie outside of the text', () => {
    const segments = segmentsOf('abc', [{ start: 2, end: 99, kind: 'one' }]);
    expect(segments.map(({ text }) => text).join('')).toBe('abc');
  });

  it('loses nothing, whatever was found', () => {
    const text = '电话 13800138000，住址略';
    const found = Array.from({ length: 20 }, (_, i) => ({ start: i, end: i + 3, kind: `k${i}` }));
    expect(
      segmentsOf(text, found)
        .map((segment) => segment.text)
        .join(''),
    ).toBe(text);
  });
});
