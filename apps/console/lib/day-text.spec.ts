import { describe, expect, it } from '@jest/globals';
import { dayText, parseDay } from './day-text.js';

describe('the hours of a day as people write them', () => {
  it.each([
    ['9:00–12:00, 13:30–18:00', '9:00–12:00, 13:30–18:00'],
    ['9-12', '9:00–12:00'],
    ['13.30 - 18, 09:00-12:00', '9:00–12:00, 13:30–18:00'],
    ['9：00至12：00，13：30到24：00', '9:00–12:00, 13:30–24:00'],
    ['9-12,12-18', '9:00–12:00, 12:00–18:00'],
    ['', ''],
    [' , ', ''],
  ])('reads %j as %j', (written, shown) => {
    expect(dayText(parseDay(written) ?? [{ from: 0, to: 1 }])).toBe(shown);
  });

  it('reads over midnight where that is allowed', () => {
    expect(parseDay('22:00–30:00', 2_880)).toEqual([{ from: 1_320, to: 1_800 }]);
    expect(parseDay('22:00–30:00')).toBeNull();
    expect(parseDay('25:00–30:00', 2_880)).toBeNull();
    expect(parseDay('22:00–48:30', 2_880)).toBeNull();
  });

  it.each(['9', '12-9', '9-9', '9:60-10', '9-25', '24:01-25', '9-12, 11-13', 'morning'])(
    'does not guess at %j',
    (written) => {
      expect(parseDay(written)).toBeNull();
    },
  );
});
