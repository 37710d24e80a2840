import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scopeWordsOf, windowsBefore } from './scope.js';

const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
const departments = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 30 });

describe('windows in time', () => {
  it('hold each entry up to the newest exactly once, and name a word that it has', () => {
    fc.assert(
      fc.property(instant, instant, departments, (one, other, ids) => {
        const [at, newest] = one < other ? [one, other] : [other, one];
        const [departmentId = ''] = ids;
        const own = scopeWordsOf({ departmentId, at });
        const holding = windowsBefore(newest, ids).filter(({ from, to }) => (!from || at >= from) && (!to || at < to));
        expect(holding).toHaveLength(1);
        const words = holding.flatMap((window) => window.words);
        expect(words.length === 0 || words.some((word) => own.includes(word))).toBe(true);
      }),
    );
  });

  it('come newest first, without a gap', () => {
    const windows = windowsBefore(new Date('2026-11-23T10:00:00Z'), ['a']);
    expect(windows.map(({ from, to }) => [from?.toISOString().slice(0, 10), to?.toISOString().slice(0, 10)])).toEqual([
      ['2026-11-22', '2026-11-24'],
      ['2026-11-07', '2026-11-22'],
      ['2026-08-01', '2026-11-07'],
      [undefined, '2026-08-01'],
    ]);
  });
});
