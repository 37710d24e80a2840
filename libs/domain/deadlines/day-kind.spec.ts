import { expect, it } from '@jest/globals';
import { dayKind } from './day-kind.js';
import { holidayDays } from './holidays.js';

const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, to: 1_080 }));
const [MONDAY, SATURDAY] = ['2026-03-02', '2026-03-07'];
const said = (date: string, ...intervals: { from: number; to: number }[]) => ({ date, name: null, intervals });

it.each([
  ['working', MONDAY, undefined],
  ['off', SATURDAY, undefined],
  ['holiday', MONDAY, said(MONDAY)],
  ['holiday', SATURDAY, said(SATURDAY)],
  ['half', MONDAY, said(MONDAY, { from: 540, to: 720 })],
  ['longer', MONDAY, said(MONDAY, { from: 540, to: 1_200 })],
  ['working', MONDAY, said(MONDAY, { from: 480, to: 1_020 })],
  ['make-up', SATURDAY, said(SATURDAY, { from: 540, to: 720 })],
])('a day is %s: %s %j', (kind, date, day) => {
  expect(dayKind({ weekly }, date, day)).toBe(kind);
});

it('half a holiday leaves the hours before it, and two on one date are one day with both names', () => {
  const holiday = (en: string, fromMinute: number) => ({ date: MONDAY, name: { en, zh: '' }, fromMinute });
  expect(holidayDays(weekly, [holiday('Eve', 720)])).toMatchObject([{ intervals: [{ from: 540, to: 720 }] }]);
  expect(holidayDays(weekly, [holiday('One', 0), holiday('Two', 720)])).toEqual([
    { date: MONDAY, name: { en: 'One · Two', zh: '' }, intervals: [], origin: 'holiday' },
  ]);
});
