import { describe, expect, it } from '@jest/globals';
import { formatOf } from './format.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('format', () => {
  const en = formatOf('en', 'Asia/Shanghai');
  const zh = formatOf('zh', 'Asia/Shanghai');

  it.each([
    [0, '0 min'],
    [-5 * MINUTE, '0 min'],
    [59_999, '0 min'],
    [45 * MINUTE, '45 min'],
    [2 * HOUR + 10 * MINUTE, '2 h 10 min'],
    [3 * HOUR, '3 h'],
    [DAY + 4 * HOUR + 59 * MINUTE, '1 d 4 h'],
    [2 * DAY, '2 d'],
    [11 * DAY + 7 * HOUR, '11 d'],
    [1_234 * DAY, '1,234 d'],
  ])('says %i ms as %s', (ms, words) => {
    expect(en.duration(ms)).toBe(words);
  });

  it('says durations in Chinese', () => {
    expect(zh.duration(2 * HOUR + 10 * MINUTE)).toBe('2 小时 10 分钟');
  });

  it('shows hours with two decimals and as days', () => {
    expect([en.hours(269.06), en.days(269.06)]).toEqual(['269.06 h', '11.2 d']);
    expect(en.hours(1418.2)).toBe('1,418.20 h');
  });

  it('shows a count that stopped at the limit as at least that', () => {
    expect(['999', '1,000+']).toEqual([en.count(999), en.count(1_000)]);
  });

  it('shows a local date as that date in every zone', () => {
    expect(formatOf('en', 'America/Los_Angeles').localDate('2026-11-23')).toBe('23 Nov 2026');
  });

  it('shows an instant in the zone of the viewer', () => {
    expect(en.dateTime('2026-11-22T20:00:00Z')).toContain('23 Nov 2026');
  });
});
