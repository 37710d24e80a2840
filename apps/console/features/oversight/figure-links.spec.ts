import { describe, expect, it } from '@jest/globals';
import type { ResponseTimes } from '#contracts/oversight.http.js';
import { answeredLink, liveLink } from './figure-links.js';
import type { OversightRange } from './oversight-range.js';

const figure = { n: 3, medianHours: 1, p90Hours: 2, meanHours: 1, withinSevenDays: 3 };
const day = { answeredFrom: '2026-11-22T16:00:00Z', answeredTo: '2026-11-23T16:00:00Z' };
const times: ResponseTimes = {
  total: figure,
  groups: [{ ...figure, key: '2026-11-23', label: null }],
  answeredFrom: '2026-11-01T00:00:00Z',
  answeredTo: '2026-12-01T00:00:00Z',
  days: { '2026-11-23': day },
  computedAt: '2026-11-23T08:00:00Z',
};
const range = (change: Partial<OversightRange>): OversightRange => ({
  preset: 'all',
  from: undefined,
  to: undefined,
  department: undefined,
  groupBy: 'department',
  ...change,
});
const paramsOf = (link: string) => Object.fromEntries(new URL(link, 'http://desk.example').searchParams);

describe('answeredLink', () => {
  it('opens the whole period for the total', () => {
    expect(paramsOf(answeredLink({ times, range: range({}), key: null }, 'all'))).toEqual({
      view: 'all',
      supervised: 'true',
      answeredFrom: times.answeredFrom,
      answeredTo: times.answeredTo,
    });
  });

  it("opens one day between the day's own instants", () => {
    const link = answeredLink({ times, range: range({ groupBy: 'day' }), key: '2026-11-23' }, 'all');
    expect(paramsOf(link)).toEqual({ view: 'all', supervised: 'true', ...day });
  });

  it('opens one department, and one channel within the chosen department', () => {
    expect(paramsOf(answeredLink({ times, range: range({}), key: 'water' }, 'all')).department).toBe('water');
    const byChannel = range({ groupBy: 'channel', department: 'water' });
    expect(paramsOf(answeredLink({ times, range: byChannel, key: 'web' }, 'all'))).toMatchObject({
      department: 'water',
      channel: 'web',
    });
  });

  it('opens only what was answered within seven days', () => {
    const link = answeredLink({ times, range: range({}), key: null }, 'within-seven-days');
    expect(paramsOf(link).answeredWithinHours).toBe('168');
  });

  it('opens only answered conversations when nothing bounds the figure', () => {
    const unbounded = { ...times, answeredFrom: null, answeredTo: null };
    expect(paramsOf(answeredLink({ times: unbounded, range: range({}), key: null }, 'all')).answeredFrom).toBeDefined();
  });
});

describe('liveLink', () => {
  it('opens who waits, in the department of the row', () => {
    expect(paramsOf(liveLink('waiting', 'water', 'x'))).toEqual({
      view: 'all',
      supervised: 'true',
      department: 'water',
      waiting: 'true',
    });
  });

  it('opens the view of the same name for what is overdue or nobody has', () => {
    expect(paramsOf(liveLink('overdue', undefined, 'x'))).toEqual({ view: 'overdue', supervised: 'true' });
    expect(paramsOf(liveLink('unassigned', 'water', 'x'))).toEqual({
      view: 'unassigned',
      supervised: 'true',
      department: 'water',
    });
  });
});
