import { expect, it } from '@jest/globals';
import { minutesOfYear, specialDays, weeksOf, yearDays } from './year-days.js';

const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, to: 1_020 }));

it('lays a year out by months and weeks, leap days and all', () => {
  const months = yearDays(2024, { weekly, days: [] });
  expect(months.map((month) => month.length)).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  const february = weeksOf(months[1] ?? []);
  expect(february.map((week) => week.map((day) => Number(day?.date.slice(8) ?? 0)))).toEqual([
    [0, 0, 0, 1, 2, 3, 4],
    [5, 6, 7, 8, 9, 10, 11],
    [12, 13, 14, 15, 16, 17, 18],
    [19, 20, 21, 22, 23, 24, 25],
    [26, 27, 28, 29, 0, 0, 0],
  ]);
  expect(minutesOfYear(months)).toBe(262 * 480);
});

it('says what single dates are', () => {
  const holiday = {
    date: '2026-01-01',
    name: { en: 'New Year', zh: '元旦' },
    intervals: [],
    origin: 'holiday' as const,
  };
  const [january = []] = yearDays(2026, { weekly, days: [holiday] });
  expect(january.slice(0, 3).map(({ kind, name }) => [kind, name?.en])).toEqual([
    ['holiday', 'New Year'],
    ['working', undefined],
    ['off', undefined],
  ]);
});

it('lists days that follow each other and are alike as one', () => {
  const off = (date: string, en: string) => ({
    date,
    name: { en, zh: '' },
    intervals: [],
    origin: 'exception' as const,
  });
  const days = [
    off('2026-01-31', 'Feast'),
    off('2026-02-01', 'Feast'),
    off('2026-02-02', 'Other'),
    off('2026-02-04', 'Other'),
  ];
  const special = specialDays(yearDays(2026, { weekly, days }));
  expect(special.map(({ date, until, name }) => [date, until, name?.en])).toEqual([
    ['2026-01-31', '2026-02-01', 'Feast'],
    ['2026-02-02', '2026-02-02', 'Other'],
    ['2026-02-04', '2026-02-04', 'Other'],
  ]);
});
