import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarView } from '#contracts/calendars.http.js';
import { calendarTimelines } from '#desk/conversations/calendar-versions.queries.js';
import { buildDepartment } from '../../../test/support/build.js';
import { type CalendarDesk, startCalendarDesk } from '../../../test/support/calendar-desk.js';
import { createCalendar } from '../../../test/support/calendars.js';
import { listen, type OfficerClient } from '../../../test/support/clients.js';

let desk: CalendarDesk['desk'];
let water: CalendarDesk['water'];
let roads: CalendarDesk['roads'];
let asRoot: CalendarDesk['asRoot'];
let asWater: CalendarDesk['asWater'];
let asRoads: CalendarDesk['asRoads'];
let asOfficer: CalendarDesk['asOfficer'];
let change: CalendarDesk['change'];
let follow: CalendarDesk['follow'];
let read: CalendarDesk['read'];

beforeAll(async () => {
  ({ desk, water, roads, asRoot, asWater, asRoads, asOfficer, change, follow, read } = await startCalendarDesk());
});
afterAll(() => desk.close());

describe('who changes a calendar', () => {
  it('leads every department that follows it', async () => {
    const first = await createCalendar(asWater);
    expect((await change(asRoads, first)).status).toBe(403);
    expect((await follow(asWater, water, first.slug)).status).toBe(200);
    expect(await read(first.slug)).toMatchObject({ departments: [{ slug: water.slug }] });
    expect((await change(asWater, first)).status).toBe(200);
    expect((await follow(asRoot, roads, first.slug)).status).toBe(200);
    expect((await change(asWater, { ...first, version: 2 })).status).toBe(403);
    expect((await change(asRoot, { ...first, version: 2 })).status).toBe(200);
    await follow(asRoot, water, null, first.slug);
    await follow(asRoot, roads, null, first.slug);
  });

  it('keeps that right while others look for a calendar to follow', async () => {
    const first = await createCalendar(asWater);
    await follow(asWater, water, first.slug);
    const one = async (as: OfficerClient) => (await as.get(`/api/calendars/${first.slug}`)).body as CalendarView;
    expect([(await one(asWater)).mayShare, (await one(asRoads)).mayShare]).toEqual([true, false]);
    expect(await follow(asRoads, roads, first.slug)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await change(asWater, first)).status).toBe(200);
    const forAll = await createCalendar(asRoot);
    expect((await follow(asRoads, roads, forAll.slug)).status).toBe(200);
    await follow(asRoot, water, null, first.slug);
    await follow(asRoot, roads, null, forAll.slug);
  });

  it('and each chooses for the own department only', async () => {
    const { slug } = await createCalendar(asRoot);
    expect((await follow(asWater, roads, slug)).status).toBe(403);
    expect((await follow(asOfficer, water, slug)).status).toBe(403);
    expect((await follow(asWater, water, 'no-such-calendar')).status).toBe(404);
    expect((await follow(asWater, water, slug)).status).toBe(200);
    const stale = await follow(asRoot, water, null);
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale-version', current: { calendar: slug } } });
    expect((await follow(asWater, water, null, slug)).status).toBe(200);
  });
});

describe('what a department followed', () => {
  it('is known for every instant, by calendar and version', async () => {
    const [one, two] = [await createCalendar(asRoot), await createCalendar(asRoot)];
    const at: Date[] = [];
    const step = async (act: () => Promise<unknown>) => {
      desk.clock.advance(60_000);
      at.push(desk.clock.now());
      await act();
    };
    const own = await buildDepartment(desk.dataSource);
    await step(() => change(asRoot, one));
    await step(() => follow(asRoot, own, one.slug));
    await step(() => change(asRoot, { ...one, version: 2 }, { timeZone: 'Europe/Berlin' }));
    await step(() => change(asRoot, two));
    await step(() => follow(asRoot, own, two.slug, one.slug));
    await step(() => change(asRoot, { ...one, version: 3 }));
    await step(() => follow(asRoot, own, null, two.slug));
    const timeline = (await calendarTimelines(desk.dataSource.manager, [own.id])).get(own.id) ?? [];
    expect(
      timeline.map(({ since, calendarId, version, calendar }) => [
        at.findLastIndex((instant) => instant <= since),
        calendarId,
        version,
        calendar?.timeZone,
      ]),
    ).toEqual([
      [1, one.id, 2, 'Asia/Shanghai'],
      [2, one.id, 3, 'Europe/Berlin'],
      [4, two.id, 2, 'Asia/Shanghai'],
      [6, null, null, undefined],
    ]);
  });

  it('rings the consoles of each department, with a fact for its deadlines', async () => {
    const first = await createCalendar(asRoot);
    const live = await listen(desk.api, asOfficer.cookie);
    await follow(asRoot, water, first.slug);
    await live.ring(({ event, departmentId }) => event === 'calendars.changed' && departmentId === water.id);
    await change(asRoot, first);
    await desk.drain();
    const facts: unknown[] = await desk.dataSource.query(
      `SELECT payload FROM conversation_event WHERE type = 'calendar.changed' AND payload->>'calendarId' = $1 ORDER BY id`,
      [first.id],
    );
    expect(facts).toEqual([
      { payload: { calendarId: first.id, version: 1 } },
      { payload: { calendarId: first.id, version: 2 } },
    ]);
    live.close();
    await follow(asRoot, water, null, first.slug);
  });
});
