import { describe, expect, it } from '@jest/globals';
import { askedOf, comparedPeriod, periodOf, queryFrom } from './oversight-query.js';

const query = (search: string) => queryFrom(new URLSearchParams(search));
const NOW = new Date('2026-11-23T18:00:00Z');

describe('what the address of the oversight page says', () => {
  it('takes what is not valid as not given', () => {
    const read = query('measure=nonsense&from=2026-02-30&preset=own&officer=%27&clock=lunar&register=letter');
    expect(read).toMatchObject({
      measure: 'first-answer',
      from: undefined,
      officer: undefined,
      clock: 'calendar',
      register: 'letter',
    });
  });

  it('counts days by the clock of the zone', () => {
    expect(periodOf(query('preset=d7'), NOW, 'Asia/Shanghai')).toEqual({ from: '2026-11-18', to: '2026-11-24' });
    expect(periodOf(query('preset=d7'), NOW, 'UTC')).toEqual({ from: '2026-11-17', to: '2026-11-23' });
    expect(periodOf(query(''), NOW, 'UTC')).toEqual({});
  });

  it('leaves the days to the departments unless the viewer wants their own', () => {
    expect(askedOf(query(''), {}, 'Asia/Shanghai')).toMatchObject({ timeZone: undefined });
    expect(askedOf(query('zone=viewer'), {}, 'Asia/Shanghai')).toMatchObject({ timeZone: 'Asia/Shanghai' });
  });
});

describe('the period to compare with', () => {
  it.each([
    ['before', '2026-11-01', '2026-11-30', { from: '2026-10-02', to: '2026-10-31' }],
    ['before', '2026-11-23', '2026-11-23', { from: '2026-11-22', to: '2026-11-22' }],
    ['year', '2026-11-01', '2026-11-30', { from: '2025-11-01', to: '2025-11-30' }],
    ['year', '2028-02-29', '2028-03-01', { from: '2027-02-28', to: '2027-03-01' }],
  ] as const)('%s %s to %s', (compare, from, to, expected) => {
    expect(comparedPeriod({ from, to }, compare)).toEqual(expected);
  });

  it('is none of a period without a beginning or an end', () => {
    expect(comparedPeriod({}, 'before')).toBeNull();
    expect(comparedPeriod({ from: '2026-11-01' }, 'year')).toBeNull();
    expect(comparedPeriod({ from: '2026-11-01', to: '2026-11-02' }, 'none')).toBeNull();
    expect(comparedPeriod({ from: '2026-11-03', to: '2026-11-02' }, 'before')).toBeNull();
  });
});
