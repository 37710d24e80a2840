import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, isPastPromise, snoozeTimes, wallOf } from './snooze-times.js';

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

  it('take the hour after one that spring leaves out', () => {
    const wall = { year: 2026, month: 3, day: 29, hour: 2, minute: 30 };
    expect(wallOf(instantOf(wall, 'Europe/Berlin'), 'Europe/Berlin')).toMatchObject({ hour: 3, minute: 30 });
  });

  it('read back as what the wall showed, in any zone', () => {
    const zone = fc.constantFrom(
      'Asia/Shanghai',
      'Asia/Kolkata',
      'Asia/Kathmandu',
      'America/St_Johns',
      'UTC',
      'Pacific/Apia',
    );
    const at = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zone, at, (timeZone, moment) => {
        const wall = wallOf(moment, timeZone);
        expect(wallOf(instantOf(wall, timeZone), timeZone)).toEqual(wall);
      }),
      { numRuns: 200 },
    );
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
