import { describe, expect, it } from '@jest/globals';
import { isAtWork, overlapIn } from './working-hours.js';

const MORNING = { weekday: 1, from: 9 * 60, to: 12 * 60 };
const AFTERNOON = { weekday: 1, from: 13 * 60 + 30, to: 18 * 60 };

describe('working hours', () => {
  it.each([
    ['2026-11-23T00:59:59Z', false],
    ['2026-11-23T01:00:00Z', true],
    ['2026-11-23T03:59:59Z', true],
    ['2026-11-23T04:00:00Z', false],
    ['2026-11-23T05:30:00Z', true],
    ['2026-11-23T10:00:00Z', false],
    ['2026-11-24T01:00:00Z', false],
  ])('on Beijing wall clocks at %s: %s', (now, expected) => {
    expect(isAtWork([MORNING, AFTERNOON], 'Asia/Shanghai', new Date(now))).toBe(expected);
  });

  it('means always where there are none', () => {
    expect(isAtWork([], 'Asia/Shanghai', new Date('2026-11-22T20:00:00Z'))).toBe(true);
  });

  it('keeps to the clock on the wall through summer time', () => {
    expect(isAtWork([MORNING], 'Europe/Berlin', new Date('2026-03-23T08:00:00Z'))).toBe(true);
    expect(isAtWork([MORNING], 'Europe/Berlin', new Date('2026-03-30T07:00:00Z'))).toBe(true);
    expect(isAtWork([MORNING], 'Europe/Berlin', new Date('2026-03-30T10:00:00Z'))).toBe(false);
  });

  it('takes a night shift as two stretches, midnight included', () => {
    const night = [
      { weekday: 7, from: 22 * 60, to: 1_440 },
      { weekday: 1, from: 0, to: 6 * 60 },
    ];
    expect(isAtWork(night, 'UTC', new Date('2026-11-22T23:59:59Z'))).toBe(true);
    expect(isAtWork(night, 'UTC', new Date('2026-11-23T00:00:00Z'))).toBe(true);
    expect(isAtWork(night, 'UTC', new Date('2026-11-23T06:00:00Z'))).toBe(false);
  });

  it('finds stretches that overlap, not those that touch', () => {
    expect(overlapIn([AFTERNOON, MORNING])).toBeNull();
    expect(overlapIn([MORNING, { ...AFTERNOON, from: 12 * 60 }])).toBeNull();
    expect(overlapIn([{ ...AFTERNOON, from: 11 * 60 }, MORNING])).toHaveLength(2);
    expect(overlapIn([MORNING, { ...MORNING, weekday: 2 }])).toBeNull();
  });
});
