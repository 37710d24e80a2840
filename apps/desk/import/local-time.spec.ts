import { describe, expect, it } from '@jest/globals';
import { checkTimeZone, instantFrom } from './local-time.js';

const at = (written: string, zone = 'Asia/Shanghai') => instantFrom(written, { field: 'postedAt', zone }).toISOString();

describe('a time in a file', () => {
  it.each([
    ['2019/4/24 16:03:40', '2019-04-24T08:03:40.000Z'],
    ['2019-04-24 16:03', '2019-04-24T08:03:00.000Z'],
    ['2019年4月24日 9:03', '2019-04-24T01:03:00.000Z'],
    [' 2019-04-24T16:03:40.123 ', '2019-04-24T08:03:40.123Z'],
    ['2019-04-24T16:03:40+02:00', '2019-04-24T14:03:40.000Z'],
    ['2019-04-24T16:03:40-0330', '2019-04-24T19:33:40.000Z'],
    ['2019-04-24T16:03:40Z', '2019-04-24T16:03:40.000Z'],
    ['2018/4/24 0:00:00', '2018-04-23T16:00:00.000Z'],
  ])('reads %s', (written, instant) => {
    expect(at(written)).toBe(instant);
  });

  it.each([
    ['of its day', {}, '2018-04-24T04:00:00.000Z'],
    ['of what is left after the message', { after: new Date('2018-04-24T10:00:00Z') }, '2018-04-24T13:00:00.000Z'],
    ['of what has passed of today', { before: new Date('2018-04-24T00:00:00Z') }, '2018-04-23T20:00:00.000Z'],
    ['of a day before the message', { after: new Date('2018-04-26T10:00:00Z') }, '2018-04-24T04:00:00.000Z'],
    ['of a day to come', { before: new Date('2018-04-20T10:00:00Z') }, '2018-04-24T04:00:00.000Z'],
  ])('reads a date without a time as the middle %s', (_, between, instant) => {
    const read = instantFrom('2018/4/24', { field: 'repliedAt', zone: 'Asia/Shanghai', ...between });
    expect(read.toISOString()).toBe(instant);
  });

  it('knows the middle of a day that has 23 hours, and of one that begins at one', () => {
    expect(at('2024-03-31', 'Europe/Vienna')).toBe('2024-03-31T10:30:00.000Z');
    expect(at('2024-09-08', 'America/Santiago')).toBe('2024-09-08T15:30:00.000Z');
  });

  it.each(['', '24.4.2019 16:03', '04/24/2019 16:03', '2019-04-24 16', '43579.66', 'yesterday'])(
    'refuses "%s"',
    (written) => {
      expect(() => at(written)).toThrow('is not a time such as');
    },
  );

  it.each(['2019-02-29 10:00', '2019-13-01 10:00', '2019-04-24 24:30', '2019-04-24 10:61'])(
    'refuses %s, which no calendar has',
    (written) => {
      expect(() => at(written)).toThrow('does not exist');
    },
  );

  it('refuses the hour that the clocks skipped', () => {
    expect(() => at('2024-03-31 02:30', 'Europe/Vienna')).toThrow('does not exist in Europe/Vienna');
    expect(at('2024-03-31 03:30', 'Europe/Vienna')).toBe('2024-03-31T01:30:00.000Z');
  });

  it('knows which time zones there are', () => {
    expect(() => checkTimeZone('Asia/Peking-ish')).toThrow('There is no time zone');
    expect(checkTimeZone('Asia/Shanghai')).toBe('Asia/Shanghai');
  });
});
