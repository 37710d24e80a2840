import { describe, expect, it } from '@jest/globals';
import { isPastPromise, snoozeTimes } from './snooze-times.js';

const times = (now: string, zone: string) =>
  Object.fromEntries(snoozeTimes(new Date(now), zone).map(({ preset, at }) => [preset, at.toISOString()]));

describe('times to snooze until, by the clock of the department', () => {
  it('are later today, tomorrow at nine and Monday at nine', () => {
    // Monday, 10:20 in Shanghai.
    expect(times('2026-03-02T02:20:00Z', 'Asia/Shanghai')).toEqual({
      'later-today': '2026-03-02T05:00:00.000Z',
      tomorrow: '2026-03-03T01:00:00.000Z',
      'next-week': '2026-03-09T01:00:00.000Z',
    });
  });

  it('leave out later today in the evening, mean the morning at night, and know that it is tomorrow already further east', () => {
    expect(times('2026-03-01T16:30:00Z', 'Asia/Shanghai')).toEqual({
      'later-today': '2026-03-02T01:00:00.000Z',
      tomorrow: '2026-03-03T01:00:00.000Z',
      'next-week': '2026-03-09T01:00:00.000Z',
    });
    expect(times('2026-03-01T16:30:00Z', 'Europe/London')).not.toHaveProperty('later-today');
  });

  it('stay at nine when the clocks change', () => {
    expect(times('2026-03-28T12:00:00Z', 'Europe/Berlin').tomorrow).toBe('2026-03-29T07:00:00.000Z');
    expect(times('2026-10-24T12:00:00Z', 'Europe/Berlin').tomorrow).toBe('2026-10-25T08:00:00.000Z');
  });
});

describe('a promise', () => {
  it('is passed by what ends after it', () => {
    const due = new Date('2026-03-02T08:00:00Z');
    expect(isPastPromise(new Date('2026-03-02T09:00:00Z'), due)).toBe(true);
    expect(isPastPromise(due, due)).toBe(false);
    expect(isPastPromise(due, null)).toBe(false);
  });
});
