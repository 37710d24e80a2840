import { describe, expect, it } from '@jest/globals';
import { atLeast, atMost, limitedFact, measureOf, reportOf } from './report.js';
import { median, percentile, spread } from './statistics.js';
import { tableOf } from './table.js';

const samples = [
  { floor: 1_000, ours: 1_500 },
  { floor: 900, ours: 1_900 },
  { floor: 5_000, ours: 1_600 },
];
const intake = measureOf('messages', { unit: '/s', samples, target: atLeast(1.5) });

describe('the figures of a bench', () => {
  it('takes the middle of an odd and the mean of the middle two of an even number of samples', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 6])).toBe(5.5);
    expect(median([])).toBeNaN();
  });

  it('answers a percentile that is one of the values', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile(hundred, 1)]).toEqual([50, 99, 100]);
    expect(percentile([7], 0.99)).toBe(7);
  });

  it('divides median by median, so that one disturbed sample does not decide', () => {
    expect(intake).toMatchObject({ floor: 1_000, ours: 1_600, ratio: 1.6, met: true, target: '≥ 1.5 × floor' });
    expect(intake.spread).toEqual({ floor: [900, 5_000], ours: [1_500, 1_900] });
    expect(spread([3, 1, 2])).toEqual([1, 3]);
  });

  it('misses a target from either side', () => {
    expect(measureOf('x', { unit: '/s', samples, target: atLeast(1.7) }).met).toBe(false);
    expect(measureOf('x', { unit: 'ms', samples, target: atMost(1.5) }).met).toBe(false);
    expect(limitedFact('p99', { value: 51, unit: 'ms', atMost: 50 })).toMatchObject({ met: false, target: '≤ 50 ms' });
  });

  it('is met only when every measure and every fact with a target is', () => {
    const late = limitedFact('p99', { value: 51, unit: 'ms', atMost: 50 });
    const unbound = { what: 'kept', value: 3, unit: '/s' };
    const report = (facts: (typeof late)[]) =>
      reportOf('intake', { headline: intake, measures: [intake], facts, notes: [] });
    expect(report([unbound])).toMatchObject({ name: 'intake', floor: 1_000, ours: 1_600, ratio: 1.6, met: true });
    expect(report([unbound, late])).toMatchObject({ ratio: 1.6, met: false });
    expect(tableOf(report([late]))).toContain('MISSED');
  });
});
