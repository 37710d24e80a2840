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

  it.each(['9', '12-9', '9-9', '9:60-10', '9-25', '24:01-25', '9-12, 11-13', 'morning'])(
    'does not guess at %j',
    (written) => {
      expect(parseDay(written)).toBeNull();
    },
  );
});
