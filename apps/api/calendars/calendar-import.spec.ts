import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarView, ImportResult } from '#contracts/calendars.http.js';
import { buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { createCalendar } from '../../../test/support/calendars.js';
import { call, type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';

let desk: TestDesk;
let asWater: OfficerClient;
let asRoads: OfficerClient;

beforeAll(async () => {
  desk = await startDesk({ worker: false });
  const supervisor = async () => {
    const department = await buildDepartment(desk.dataSource);
    return signIn(desk.api, (await buildOfficer(desk.dataSource, { department, roles: ['supervisor'] })).email);
  };
  asWater = await supervisor();
  asRoads = await supervisor();
});
afterAll(() => desk.close());

const read = async (slug: string): Promise<CalendarView> => (await asWater.get(`/api/calendars/${slug}`)).body;

describe('a file of exceptions', () => {
  const MAKE_UP =
    'date,name,from,to\n2026-02-14,春节补班,9:00,12:00\n2026-02-14,,13:30,18:00\n2026/2/16,春节,,\n2026-02-17,春节,closed,\n';

  async function sent(
    client: OfficerClient,
    { slug, version }: CalendarView,
    text: string | Buffer,
    query = '',
    type = 'text/csv',
  ) {
    const path = `${desk.api}/api/calendars/${slug}/import?version=${version}${query}`;
    const answer = await call(path, {
      method: 'POST',
      headers: { cookie: client.cookie, 'content-type': type },
      body: typeof text === 'string' ? text : new Uint8Array(text),
    });
    return { status: answer.status, body: answer.body as ImportResult };
  }

  it('shows what it would bring, and brings it when told so', async () => {
    const first = await createCalendar(asWater, { holidays: { country: 'CN', state: null, region: null } });
    const dry = await sent(asWater, first, MAKE_UP);
    expect(dry.body).toMatchObject({
      days: [
        {
          date: '2026-02-14',
          line: 2,
          intervals: [
            { from: 540, to: 720 },
            { from: 810, to: 1_080 },
          ],
          replaces: null,
        },
        { date: '2026-02-16', line: 4, intervals: [], replaces: 'holiday' },
        { date: '2026-02-17', line: 5, intervals: [] },
      ],
      refused: [],
      calendar: null,
    });
    expect((await read(first.slug)).version).toBe(1);
    const done = await sent(asWater, first, MAKE_UP, '&dryRun=false&why=State+Council+2026');
    expect(done.body.calendar).toMatchObject({ version: 2, versions: [{ why: 'State Council 2026' }, { version: 1 }] });
    const saturday = done.body.calendar?.days.find(({ date }) => date === '2026-02-14');
    expect(saturday).toMatchObject({ origin: 'exception', name: { zh: '春节补班' } });
    const stale = await sent(asWater, first, MAKE_UP, '&dryRun=false&why=Again');
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale-version' } });
  });

  it('is taken whole or not at all: every line that cannot be read is named', async () => {
    const first = await createCalendar(asWater);
    const lines = [
      '2026-02-30,x,,',
      '2026-03-02,x,9:00,8:00',
      '2026-03-03,x,9:00,',
      '2026-03-04,ok,,',
      '2026-03-04,ok,9:00,10:00',
      '2026-03-05,x,morning,noon',
    ];
    const dry = await sent(asWater, first, `date,name,from,to\n${lines.join('\n')}`);
    expect(dry.body.days.map(({ date }) => date)).toEqual(['2026-03-04']);
    expect(dry.body.refused.map(({ line }) => line)).toEqual([2, 3, 4, 6, 7]);
    const done = await sent(asWater, first, `date,name,from,to\n${lines.join('\n')}`, '&dryRun=false&why=Now');
    expect(done.status).toBe(422);
    expect(done.body).toMatchObject({ errors: [{ field: 'line 2' }, {}, {}, {}, { field: 'line 7' }] });
    expect((await read(first.slug)).version).toBe(1);
  });

  it('may be what a Chinese spreadsheet saves', async () => {
    const first = await createCalendar(asWater);
    // "日期,名称\n2026年2月14日,补班" in GB 18030.
    const bytes = Buffer.from('c8d5c6da2cc3fbb3c60a32303236c4ea32d4c23134c8d52cb2b9b0e00a', 'hex');
    expect((await sent(asWater, first, bytes)).body.days).toMatchObject([{ date: '2026-02-14', name: { zh: '补班' } }]);
  });

  it('may be separated as other spreadsheets do', async () => {
    const first = await createCalendar(asWater);
    const { body } = await sent(asWater, first, 'date;name;from;to\n2026-02-14;Make-up, all;9:00;12:00\n');
    expect(body.days).toMatchObject([{ name: { en: 'Make-up, all' }, intervals: [{ from: 540, to: 720 }] }]);
  });

  const event = (...lines: string[]) => ['BEGIN:VEVENT', `UID:${randomUUID()}`, ...lines, 'END:VEVENT'];
  const ical = (...events: string[][]) =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');

  it('may be an iCalendar: days off, days that are worked, hours of a day, the same date every year', async () => {
    const first = await createCalendar(asWater);
    const file = ical(
      event('DTSTART;VALUE=DATE:20260215', 'DTEND;VALUE=DATE:20260218', 'SUMMARY:春节 休'),
      event('DTSTART;VALUE=DATE:20260214', 'SUMMARY:春节 补班'),
      event('DTSTART;TZID=Asia/Shanghai:20260220T090000', 'DTEND;TZID=Asia/Shanghai:20260220T120000', 'SUMMARY:Half'),
      event('DTSTART:20260320T220000Z', 'DTEND:20260321T020000Z', 'SUMMARY:In UTC'),
      event('DTSTART;VALUE=DATE:20240701', 'RRULE:FREQ=YEARLY;COUNT=3', 'SUMMARY:Town day'),
      event('DTSTART;VALUE=DATE:20260601', 'STATUS:CANCELLED', 'SUMMARY:Not at all'),
    );
    const { body } = await sent(asWater, first, file, '', 'text/calendar; charset=utf-8');
    expect(body.refused).toEqual([]);
    expect(body.days.map(({ date, intervals }) => [date, intervals])).toEqual([
      ['2024-07-01', []],
      ['2025-07-01', []],
      [
        '2026-02-14',
        [
          { from: 540, to: 720 },
          { from: 810, to: 1_080 },
        ],
      ],
      ['2026-02-15', []],
      ['2026-02-16', []],
      ['2026-02-17', []],
      ['2026-02-20', [{ from: 540, to: 720 }]],
      ['2026-03-21', [{ from: 360, to: 600 }]],
      ['2026-07-01', []],
    ]);
  });

  it('names the event that it cannot take, and never counts for ever', async () => {
    const first = await createCalendar(asWater);
    const file = ical(
      event('DTSTART;VALUE=DATE:20200131', 'RRULE:FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2', 'SUMMARY:Never'),
      event('DTSTART;VALUE=DATE:20260230', 'SUMMARY:No such date'),
      event('DTSTART;TZID=Moon/Base:20260220T090000', 'DTEND;TZID=Moon/Base:20260220T120000', 'SUMMARY:Far away'),
    );
    const { body } = await sent(asWater, first, file, '', 'text/calendar');
    expect(body.refused.map(({ line }) => line)).toEqual([3, 9, 14]);
  });

  it.each([
    ['nothing', '', 'text/csv', 'empty'],
    ['no heading', '2026-02-14,x', 'text/csv', 'no-heading'],
    ['a broken quote', 'date,name\n2026-02-14,"x', 'text/csv', 'not-csv'],
    ['too many lines', `date,name\n${'2026-02-14,x\n'.repeat(2_001)}`, 'text/csv', 'too-many'],
    ['no text', Buffer.from([0xff, 0xfe, 0xff]), 'text/csv', 'not-text'],
    ['no calendar', 'hello', 'text/calendar', 'not-ical'],
    ['a contact', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:X\r\nEND:VCARD\r\n', 'text/calendar', 'not-ical'],
  ])('is refused with %s', async (_, text, type, code) => {
    const first = await createCalendar(asWater);
    expect((await sent(asWater, first, text, '', type)).body).toMatchObject({ days: [], refused: [{ code }] });
    expect((await sent(asWater, first, text, '&dryRun=false&why=x', type)).status).toBe(422);
  });

  it('is refused as what it is not, and where it is too large', async () => {
    const first = await createCalendar(asWater);
    expect((await sent(asWater, first, 'x', '', 'text/plain')).status).toBe(422);
    expect((await sent(asWater, first, 'x'.repeat(1024 * 1024 + 1))).status).toBe(413);
  });

  it('is for those who may change the calendar', async () => {
    const first = await createCalendar(asWater);
    expect((await sent(asRoads, first, MAKE_UP)).status).toBe(403);
    expect((await sent(asWater, first, MAKE_UP, '&dryRun=false')).status).toBe(422);
  });
});
