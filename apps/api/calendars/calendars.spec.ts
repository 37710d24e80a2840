import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  CalendarDraft,
  CalendarList,
  CalendarPreview,
  CalendarVersionView,
  CalendarView,
} from '#contracts/calendars.http.js';
import { type CalendarDesk, startCalendarDesk } from '../../../test/support/calendar-desk.js';
import { calendarDraft, createCalendar, dayOff } from '../../../test/support/calendars.js';
import { call } from '../../../test/support/clients.js';

let desk: CalendarDesk['desk'];
let asRoot: CalendarDesk['asRoot'];
let asWater: CalendarDesk['asWater'];
let asRoads: CalendarDesk['asRoads'];
let asOfficer: CalendarDesk['asOfficer'];
let change: CalendarDesk['change'];
let read: CalendarDesk['read'];

beforeAll(async () => {
  ({ desk, asRoot, asWater, asRoads, asOfficer, change, read } = await startCalendarDesk());
});
afterAll(() => desk.close());

describe('a calendar', () => {
  it('is read by everybody on staff, and made by who leads something', async () => {
    const { slug } = await createCalendar(asWater);
    expect(await read(slug)).toMatchObject({ name: { en: 'Office', zh: '办公' }, mayEdit: false, departments: [] });
    const list: CalendarList = (await asOfficer.get('/api/calendars')).body;
    expect(list).toMatchObject({ mayCreate: false });
    expect(list.items.map((one) => one.slug)).toContain(slug);
    const refused = await asOfficer.send('POST', '/api/calendars', {
      id: randomUUID(),
      slug: 'mine',
      ...calendarDraft(),
      why: 'x',
    });
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await call(`${desk.api}/api/calendars`)).status).toBe(401);
  });

  it('is made once, however often that is sent, under a short name of its own', async () => {
    const body = { id: randomUUID(), slug: 'twice', ...calendarDraft(), why: 'Begin' };
    expect((await asWater.send('POST', '/api/calendars', body)).status).toBe(201);
    expect((await asWater.send('POST', '/api/calendars', body)).status).toBe(201);
    const other = await asWater.send('POST', '/api/calendars', { ...body, id: randomUUID() });
    expect(other).toMatchObject({ status: 422, body: { errors: [{ field: 'slug' }] } });
    expect((await asRoads.send('POST', '/api/calendars', body)).status).toBe(422);
  });

  it('gets a new version with every change, and keeps the earlier ones as they were', async () => {
    const first = await createCalendar(asWater);
    const { body } = await change(asWater, first, {
      weekly: [{ weekday: 1, from: 600, to: 900 }],
      exceptions: [dayOff('2026-05-04')],
    });
    expect(body).toMatchObject({ version: 2, weekly: [{ weekday: 1, from: 600, to: 900 }] });
    const whole = await read(first.slug);
    expect(whole.versions).toMatchObject([
      { version: 2, why: 'New hours', createdByName: 'Li Na' },
      { version: 1, why: 'To begin with', createdByName: 'Li Na' },
    ]);
    const earlier: CalendarVersionView = (await asOfficer.get(`/api/calendars/${first.slug}/versions/1`)).body;
    expect(earlier).toMatchObject({ weekly: calendarDraft().weekly, days: [] });
    const missing = ['3', '0', '99999999999'];
    for (const version of missing) {
      expect((await asOfficer.get(`/api/calendars/${first.slug}/versions/${version}`)).status).toBe(404);
    }
    const edit = desk.dataSource.query('UPDATE calendar_version SET why = $1 WHERE calendar_id = $2', [
      'Other',
      first.id,
    ]);
    await expect(edit).rejects.toThrow('never edited');
  });

  it('is not changed on an old screen, nor without saying why', async () => {
    const first = await createCalendar(asWater);
    expect((await change(asWater, first)).status).toBe(200);
    expect(await change(asWater, first)).toMatchObject({
      status: 409,
      body: { code: 'stale-version', current: { version: 2 } },
    });
    expect(await change(asWater, { ...first, version: 2 }, {}, ' ')).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'why' }] },
    });
  });

  it('is changed by one of two who save at the same time', async () => {
    const first = await createCalendar(asWater);
    const both = await Promise.all([change(asWater, first), change(asRoot, first)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await read(first.slug)).versions).toHaveLength(2);
  });

  it.each<[string, Partial<CalendarDraft>, string]>([
    ['a zone that is none', { timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['hours that end before they begin', { weekly: [{ weekday: 1, from: 600, to: 500 }] }, 'weekly'],
    [
      'hours that overlap',
      {
        weekly: [
          { weekday: 1, from: 1, to: 500 },
          { weekday: 1, from: 400, to: 600 },
        ],
      },
      'weekly',
    ],
    ['hours into the day after the next', { weekly: [{ weekday: 1, from: 0, to: 2_881 }] }, 'weekly'],
    ['a date that is in no almanac', { exceptions: [dayOff('2026-02-30')] }, 'exceptions'],
    ['a date twice', { exceptions: [dayOff('2026-02-03'), dayOff('2026-02-03')] }, 'exceptions'],
    ['holidays of nowhere', { holidays: { country: 'XX', state: null, region: null } }, 'holidays'],
    ['holidays of a state that is none', { holidays: { country: 'DE', state: 'QQ', region: null } }, 'holidays'],
  ])('is refused with %s', async (_, fields, field) => {
    const answer = await asWater.send('POST', '/api/calendars', {
      id: randomUUID(),
      slug: 'wrong',
      ...calendarDraft(fields),
      why: 'x',
    });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).toContain(`"field":"${field}`);
  });
});

describe('public holidays', () => {
  const CHINA = { country: 'CN', state: null, region: null };

  it('stand in the version, in both languages; those for a part of the people do not', async () => {
    const { days } = await createCalendar(asWater, { holidays: CHINA });
    const of2026 = days.filter(({ date }) => date.startsWith('2026-'));
    expect(of2026.find(({ date }) => date === '2026-10-01')).toEqual({
      date: '2026-10-01',
      name: { en: 'National Day', zh: '国庆节' },
      intervals: [],
      origin: 'holiday',
    });
    expect(of2026.map(({ date }) => date)).toContain('2026-02-17');
    // Women's, youth, children's and army day.
    for (const date of ['2026-03-08', '2026-05-04', '2026-06-01', '2026-08-01']) {
      expect(of2026.map((day) => day.date)).not.toContain(date);
    }
    const years = days.map(({ date }) => date.slice(0, 4));
    const now = desk.clock.now().getUTCFullYear();
    expect([years[0], years.at(-1)]).toEqual([String(now - 15), String(now + 10)]);
  });

  it('of half a day leave the morning, and of many days take them all', async () => {
    const icelandic = await createCalendar(asWater, { holidays: { country: 'IS', state: null, region: null } });
    expect(icelandic.days.find(({ date }) => date === '2026-12-24')?.intervals).toEqual([{ from: 540, to: 720 }]);
    const romanian = await createCalendar(asWater, { holidays: { country: 'RO', state: null, region: null } });
    const dates = romanian.days.map(({ date }) => date);
    expect(dates).toEqual(expect.arrayContaining(['2026-01-01', '2026-01-02']));
  });

  it('give way to what the desk says of a date itself', async () => {
    const worked = { date: '2026-10-01', name: null, intervals: [{ from: 540, to: 720 }] };
    const first = await createCalendar(asWater, { holidays: CHINA, exceptions: [worked] });
    expect(first.days.find(({ date }) => date === '2026-10-01')).toEqual({ ...worked, origin: 'exception' });
    const { body } = await change(asWater, first, { holidays: CHINA });
    expect((body as CalendarView).days.find(({ date }) => date === '2026-10-01')).toMatchObject({ origin: 'holiday' });
  });

  it('are told for countries, states and regions', async () => {
    const codes = async (query = '') => {
      const { body } = await asOfficer.get(`/api/holiday-regions${query}`);
      return (body as { items: { code: string }[] }).items.map(({ code }) => code);
    };
    expect(await codes()).toEqual(expect.arrayContaining(['CN', 'DE', 'US']));
    expect(await codes('?country=DE')).toContain('BY');
    expect(await codes('?country=DE&state=BY')).toContain('A');
    expect(await codes('?country=CN')).toEqual([]);
    expect(await codes('?country=ZZ')).toEqual([]);
    expect((await asOfficer.get('/api/holiday-regions?country=china')).status).toBe(422);
  });
});

describe('a preview', () => {
  it('says what a draft makes of a year and of a month, and changes nothing', async () => {
    const first = await createCalendar(asWater);
    const makeUp = { date: '2026-02-14', name: { en: 'Make-up day', zh: '补班' }, intervals: [{ from: 540, to: 720 }] };
    const body = { ...calendarDraft({ exceptions: [makeUp, dayOff('2026-02-16')] }), year: 2026, month: 2 };
    const preview: CalendarPreview = (await asOfficer.send('POST', `/api/calendars/${first.slug}/preview`, body)).body;
    expect(preview.differs).toEqual([
      { date: '2026-02-14', before: [], after: [{ from: 540, to: 720 }] },
      {
        date: '2026-02-16',
        before: [
          { from: 540, to: 720 },
          { from: 810, to: 1_080 },
        ],
        after: [],
      },
    ]);
    expect(preview.minutes).toEqual({ before: 261 * 450, after: 261 * 450 + 180 - 450 });
    expect(preview.spans).toContainEqual({ from: '2026-02-14T01:00:00.000Z', to: '2026-02-14T04:00:00.000Z' });
    expect(preview.spans).toHaveLength(20 * 2 - 2 + 1);
    expect((await read(first.slug)).version).toBe(1);
  });

  it('is there for a calendar that is yet to be made', async () => {
    const body = { ...calendarDraft(), year: 2026, month: null };
    const { body: preview } = await asWater.send('POST', '/api/calendars/preview', body);
    expect(preview).toMatchObject({ differs: [], spans: [], minutes: { before: null, after: 261 * 450 } });
  });
});
