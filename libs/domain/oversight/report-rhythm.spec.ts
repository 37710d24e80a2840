import { describe, expect, it } from '@jest/globals';
import { nextReportAt, type ReportSchedule, reportPeriod } from './report-rhythm.js';

const schedule = (fields: Partial<ReportSchedule>): ReportSchedule => ({
  rhythm: 'daily',
  hour: 8,
  timeZone: 'Asia/Shanghai',
  ...fields,
});
const next = (fields: Partial<ReportSchedule>, after: string) =>
  nextReportAt(schedule(fields), new Date(after)).toISOString();

describe('when a report is due', () => {
  it.each([
    ['before the hour', {}, '2026-11-22T23:59:59Z', '2026-11-23T00:00:00.000Z'],
    ['at the hour', {}, '2026-11-23T00:00:00Z', '2026-11-24T00:00:00.000Z'],
    ['on Mondays', { rhythm: 'weekly' }, '2026-11-23T00:00:00Z', '2026-11-30T00:00:00.000Z'],
    ['on a Sunday before it', { rhythm: 'weekly' }, '2026-11-22T10:00:00Z', '2026-11-23T00:00:00.000Z'],
    ['on the first', { rhythm: 'monthly' }, '2026-11-23T00:00:00Z', '2026-12-01T00:00:00.000Z'],
    ['over the end of a year', { rhythm: 'monthly' }, '2026-12-01T00:00:00Z', '2027-01-01T00:00:00.000Z'],
    ['after a short month', { rhythm: 'monthly' }, '2027-02-01T00:00:00Z', '2027-03-01T00:00:00.000Z'],
    ['at midnight', { hour: 0 }, '2026-11-23T16:00:00Z', '2026-11-24T16:00:00.000Z'],
    [
      'in an hour that spring leaves out',
      { hour: 2, timeZone: 'Europe/Berlin' },
      '2026-03-28T12:00:00Z',
      '2026-03-29T01:00:00.000Z',
    ],
    [
      'in an hour that comes twice',
      { hour: 2, timeZone: 'Europe/Berlin' },
      '2026-10-24T12:00:00Z',
      '2026-10-25T01:00:00.000Z',
    ],
  ] as const)('%s', (_, fields, after, expected) => {
    expect(next(fields, after)).toBe(expected);
  });

  it('comes once for every period, whichever it is', () => {
    for (const rhythm of ['daily', 'weekly', 'monthly'] as const) {
      for (const timeZone of ['Asia/Shanghai', 'America/New_York', 'Pacific/Apia']) {
        const plan = schedule({ rhythm, timeZone, hour: 2 });
        let at = nextReportAt(plan, new Date('2026-01-01T00:00:00Z'));
        let before = reportPeriod(plan, at);
        for (let n = 0; n < 60; n += 1) {
          at = nextReportAt(plan, at);
          const period = reportPeriod(plan, at);
          expect(dayAfter(before.to)).toBe(period.from);
          before = period;
        }
      }
    }
  });
});

describe('what a report tells of', () => {
  it.each([
    ['daily', '2026-11-23T00:00:00Z', { from: '2026-11-22', to: '2026-11-22' }],
    ['weekly', '2026-11-23T00:00:00Z', { from: '2026-11-16', to: '2026-11-22' }],
    ['monthly', '2026-12-01T00:00:00Z', { from: '2026-11-01', to: '2026-11-30' }],
    ['monthly', '2028-03-01T00:00:00Z', { from: '2028-02-01', to: '2028-02-29' }],
  ] as const)('%s at %s', (rhythm, dueAt, period) => {
    expect(reportPeriod(schedule({ rhythm }), new Date(dueAt))).toEqual(period);
  });
});

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
