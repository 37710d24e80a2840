import { expect, it } from '@jest/globals';
import type { CalendarVersionView } from '#contracts/calendars.http.js';
import { versionDiff } from './version-diff.js';

const version = (fields: Partial<CalendarVersionView> = {}): CalendarVersionView => ({
  version: 1,
  why: '',
  createdByName: null,
  createdAt: '2026-03-02T08:00:00.000Z',
  timeZone: 'Asia/Shanghai',
  weekly: [{ weekday: 1, from: 540, to: 720 }],
  holidays: null,
  days: [],
  ...fields,
});
const off = (date: string) => ({ date, name: null, intervals: [], origin: 'exception' as const });

it('says what a version counts otherwise than the one before it', () => {
  const kept = off('2026-01-01');
  const before = version({ days: [kept, off('2026-05-01')] });
  const worked = { ...off('2026-02-14'), intervals: [{ from: 540, to: 720 }] };
  const after = version({
    timeZone: 'UTC',
    weekly: [{ weekday: 2, from: 540, to: 720 }],
    holidays: { country: 'CN', state: null, region: null },
    days: [kept, worked],
  });
  expect(versionDiff(before, after)).toEqual({
    zone: { before: 'Asia/Shanghai', after: 'UTC' },
    week: [
      { weekday: 1, before: '9:00–12:00', after: '' },
      { weekday: 2, before: '', after: '9:00–12:00' },
    ],
    holidays: { before: null, after: { country: 'CN', state: null, region: null } },
    days: [
      { date: '2026-02-14', before: null, after: worked },
      { date: '2026-05-01', before: off('2026-05-01'), after: null },
    ],
  });
});

it('says nothing of a version that counts the same', () => {
  expect(versionDiff(version(), version({ why: 'Renamed' }))).toEqual({
    zone: null,
    week: [],
    holidays: null,
    days: [],
  });
});
