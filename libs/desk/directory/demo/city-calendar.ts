import type { DatedDay } from '#domain/deadlines/calendar-days.js';

/** Mornings and afternoons, Monday to Friday. */
const HOURS = [
  { from: 540, to: 720 },
  { from: 810, to: 1_050 },
];

/** The days off of 2026 as the State Council announced them, and the weekends that are worked for them. */
const OFF: readonly [name: { en: string; zh: string }, dates: readonly string[]][] = [
  [{ en: "New Year's Day", zh: '元旦' }, ['2026-01-01', '2026-01-02', '2026-01-03']],
  [
    { en: 'Spring Festival', zh: '春节' },
    ['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((day) => `2026-02-${day}`),
  ],
  [{ en: 'Qingming Festival', zh: '清明节' }, ['2026-04-04', '2026-04-05', '2026-04-06']],
  [{ en: 'Labour Day', zh: '劳动节' }, ['1', '2', '3', '4', '5'].map((day) => `2026-05-0${day}`)],
  [{ en: 'Dragon Boat Festival', zh: '端午节' }, ['2026-06-19', '2026-06-20', '2026-06-21']],
  [{ en: 'Mid-Autumn Festival', zh: '中秋节' }, ['2026-09-25', '2026-09-26', '2026-09-27']],
  [{ en: 'National Day', zh: '国庆节' }, ['1', '2', '3', '4', '5', '6', '7'].map((day) => `2026-10-0${day}`)],
];
const WORKED = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
const MAKE_UP = { en: 'Make-up working day', zh: '调休上班' };

const exception = (date: string, name: DatedDay['name'], intervals: DatedDay['intervals']): DatedDay => ({
  date,
  name,
  intervals,
  origin: 'exception',
});

export const CITY_CALENDAR = {
  slug: 'city-offices',
  name: { en: 'City offices', zh: '市级机关' },
  timeZone: 'Asia/Shanghai',
  weekly: [1, 2, 3, 4, 5].flatMap((weekday) => HOURS.map((interval) => ({ weekday, ...interval }))),
  days: [
    ...OFF.flatMap(([name, dates]) => dates.map((date) => exception(date, name, []))),
    ...WORKED.map((date) => exception(date, MAKE_UP, HOURS)),
  ].sort((a, b) => (a.date < b.date ? -1 : 1)),
};
