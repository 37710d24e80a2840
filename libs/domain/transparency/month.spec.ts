import { describe, expect, it } from '@jest/globals';
import { daysOf, isMonth, lastMonth, monthsAfter } from './month.js';

describe('months of the public log', () => {
  it('are written as year and month', () => {
    expect(['2026-11', '2026-13', '2026-1', '1999-11', undefined, ['2026-11']].map(isMonth)).toEqual([
      ...[true, false, false, false, false, false],
    ]);
  });

  it('follow each other over the end of the year', () => {
    expect([monthsAfter('2026-12', 1), monthsAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
  });

  it('hold the days that are over, and begin with the first of them', () => {
    const now = new Date('2026-11-24T02:00:00Z');
    expect(daysOf('2026-11', now)).toEqual({ from: '2026-11-01', until: '2026-11-24' });
    expect(daysOf('2026-02', now)).toEqual({ from: '2026-02-01', until: '2026-03-01' });
    expect(lastMonth(new Date('2026-11-01T23:59:00Z'))).toBe('2026-10');
    expect(lastMonth(new Date('2026-11-02T00:00:00Z'))).toBe('2026-11');
  });
});
