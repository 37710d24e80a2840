import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, instantOf, isTimeZone, wallOf, weekdayOf } from './wall-clock.js';

const zone = fc.constantFrom(
  'Asia/Shanghai',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'America/St_Johns',
  'America/Santiago',
  'Europe/Berlin',
  'UTC',
  'Pacific/Apia',
);
const at = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

describe('a wall clock', () => {
  it('takes the hour after one that spring leaves out', () => {
    const wall = { year: 2026, month: 3, day: 29, hour: 2, minute: 30 };
    expect(wallOf(instantOf(wall, 'Europe/Berlin'), 'Europe/Berlin')).toMatchObject({ hour: 3, minute: 30 });
  });

  it('reads back as what it showed, in any zone', () => {
    fc.assert(
      fc.property(zone, at, (timeZone, moment) => {
        const wall = wallOf(moment, timeZone);
        expect(wallOf(instantOf(wall, timeZone), timeZone)).toEqual(wall);
      }),
      { numRuns: 200 },
    );
  });

  it('shows what Intl writes', () => {
    fc.assert(
      fc.property(zone, at, (timeZone, moment) => {
        const { hour, minute, ...day } = wallOf(moment, timeZone);
        const shown = `${dateOf(moment, timeZone)} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const options = { timeZone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' } as const;
        expect(shown).toBe(new Intl.DateTimeFormat('sv-SE', options).format(moment));
        const weekday = weekdayOf({ ...day, hour, minute });
        expect(WEEKDAYS[weekday - 1]).toBe(
          new Intl.DateTimeFormat('en', { timeZone, weekday: 'short' }).format(moment),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('knows time zones by their names', () => {
    const names = ['Asia/Urumqi', 'Mars/Olympus', '', '+08:00'];
    expect(names.map(isTimeZone)).toEqual([true, false, false, false]);
  });
});

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
