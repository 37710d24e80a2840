import { describe, expect, it } from '@jest/globals';
import type { CalendarView } from '#contracts/calendars.http.js';
import { draftOf, formOf, newForm, problemsOf, timeProblems } from './calendar-form.js';

const CALENDAR: CalendarView = {
  id: '0198a7b2-0000-7000-8000-000000000001',
  slug: 'city',
  name: { en: 'City', zh: '市' },
  version: 3,
  timeZone: 'Asia/Shanghai',
  weekly: [
    { weekday: 1, from: 540, to: 720 },
    { weekday: 1, from: 810, to: 1_080 },
    { weekday: 7, from: 1_320, to: 1_800 },
  ],
  holidays: { country: 'DE', state: 'BY', region: null },
  departments: [],
  changedAt: '2026-03-02T08:00:00.000Z',
  mayEdit: true,
  isForAll: false,
  isArchived: false,
  mayArchive: true,
  mayShare: true,
  days: [
    { date: '2026-01-01', name: { en: 'New Year', zh: '元旦' }, intervals: [], origin: 'holiday' },
    {
      date: '2026-02-14',
      name: { en: 'Make-up', zh: '补班' },
      intervals: [{ from: 540, to: 720 }],
      origin: 'exception',
    },
    { date: '2026-02-16', name: null, intervals: [], origin: 'exception' },
  ],
  versions: [],
};

describe('a calendar in the fields of a form', () => {
  it('is sent as it came, but for the holidays that the desk works out itself', () => {
    const { name, timeZone, weekly, holidays, days } = CALENDAR;
    const exceptions = days.slice(1).map(({ date, name: called, intervals }) => ({ date, name: called, intervals }));
    expect(draftOf(formOf(CALENDAR))).toEqual({ name, timeZone, weekly, holidays, exceptions });
  });

  it('joins hours that touch', () => {
    const form = { ...formOf(CALENDAR), days: ['9-12,12-18', '', '', '', '', '', ''] };
    expect(draftOf(form).weekly).toEqual([{ weekday: 1, from: 540, to: 1_080 }]);
  });

  it('names what has to be put right', () => {
    expect([...problemsOf(newForm('UTC'))].sort()).toEqual(['name', 'slug', 'why']);
    const row = (key: number, date: string, hours = '') => ({ key, date, name: { en: '', zh: '' }, hours });
    const form = {
      ...formOf(CALENDAR),
      days: ['9', '', '', '', '', '', '22-49'],
      exceptions: [row(0, ''), row(1, '2026-02-30'), row(2, '2026-02-03'), row(5, '2026-02-03', 'noon')],
    };
    expect(timeProblems(form)).toEqual(['day-0', 'day-6', 'date-0', 'date-1', 'hours-5', 'twice-5']);
  });
});
