import { describe, expect, it } from '@jest/globals';
import { type ExceptionRow, exceptionDays } from './exception-rows.js';

const row = (date: string, from = '', to = '', name = ''): ExceptionRow => ({
  ...{ line: 1, date, from, to, name: { en: name, zh: name } },
});

describe('lines of a file of exceptions', () => {
  it.each([
    ['2026-02-14', '9:00', '18:00', '2026-02-14', [{ from: 540, to: 1_080 }]],
    ['2026/2/4', '09:00:00', '26:00', '2026-02-04', [{ from: 540, to: 1_560 }]],
    ['2026年2月14日', '9：00', '24：00', '2026-02-14', [{ from: 540, to: 1_440 }]],
    ['2024-02-29', '', '', '2024-02-29', []],
    ['2026-02-14', 'closed', '', '2026-02-14', []],
    ['2026-02-14', '', '休', '2026-02-14', []],
  ])('%s %s %s', (date, from, to, expected, intervals) => {
    expect(exceptionDays([row(date, from, to)])).toMatchObject({ days: [{ date: expected, intervals }], refused: [] });
  });

  it.each([
    ['2023-02-29', '', ''],
    ['14.2.2026', '', ''],
    ['', '', ''],
    ['2026-02-14', '9:00', ''],
    ['2026-02-14', '', '9:00'],
    ['2026-02-14', '9:60', '10:00'],
    ['2026-02-14', '24:00', '26:00'],
    ['2026-02-14', '9:00', '48:01'],
    ['2026-02-14', '22:00', '6:00'],
    ['2026-02-14', '9:00', '9:00'],
    ['2026-02-14', 'nine', 'five'],
  ])('are not guessed at: %s %s %s', (date, from, to) => {
    expect(exceptionDays([row(date, from, to)])).toMatchObject({ days: [], refused: [{ line: 1 }] });
  });

  it('make one day of a date, with its first name and its hours in order', () => {
    const { days } = exceptionDays([
      row('2026-02-14', '13:30', '18:00', 'Make-up'),
      row('2026-02-14', '9:00', '12:00', 'Other'),
    ]);
    expect(days).toMatchObject([
      {
        name: { en: 'Make-up' },
        intervals: [
          { from: 540, to: 720 },
          { from: 810, to: 1_080 },
        ],
      },
    ]);
  });

  it.each([
    ['closed and open', ['', ''], ['9:00', '10:00']],
    ['closed twice', ['', ''], ['', '']],
    ['overlapping', ['9:00', '12:00'], ['11:00', '13:00']],
    ['touching', ['9:00', '12:00'], ['12:00', '13:00']],
  ])('contradict each other: %s', (_, [from, to], [laterFrom, laterTo]) => {
    const { days, refused } = exceptionDays([
      row('2026-02-14', from, to),
      { ...row('2026-02-14', laterFrom, laterTo), line: 7 },
    ]);
    expect([days.length, refused.map(({ line }) => line)]).toEqual([1, [7]]);
  });

  it('have names of a length', () => {
    expect(exceptionDays([row('2026-02-14', '', '', 'x'.repeat(121))]).refused).toHaveLength(1);
  });
});
