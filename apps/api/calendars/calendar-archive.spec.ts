import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarList, CalendarView } from '#contracts/calendars.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { calendarDraft, createCalendar } from '../../../test/support/calendars.js';
import { type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';

let desk: TestDesk;
let water: Department;
let roads: Department;
let asRoot: OfficerClient;
let asWater: OfficerClient;
let asRoads: OfficerClient;
let rootId: string;

beforeAll(async () => {
  desk = await startDesk();
  water = await buildDepartment(desk.dataSource);
  roads = await buildDepartment(desk.dataSource);
  const root = await buildOfficer(desk.dataSource, { roles: ['administrator'] });
  rootId = root.id;
  const lead = (department: Department) => buildOfficer(desk.dataSource, { department, roles: ['supervisor'] });
  asRoot = await signIn(desk.api, root.email);
  asWater = await signIn(desk.api, (await lead(water)).email);
  asRoads = await signIn(desk.api, (await lead(roads)).email);
});
afterAll(() => desk.close());

const one = async (client: OfficerClient, slug: string): Promise<CalendarView> =>
  (await client.get(`/api/calendars/${slug}`)).body;
const archive = (client: OfficerClient, slug: string) => client.send('POST', `/api/calendars/${slug}/archive`);
const restore = (client: OfficerClient, slug: string) => client.send('POST', `/api/calendars/${slug}/restore`);
const follow = (client: OfficerClient, department: Department, calendar: string | null, seen: string | null = null) =>
  client.send('PUT', `/api/departments/${department.slug}/calendar`, { calendar, seen });
const change = (client: OfficerClient, { slug, version }: CalendarView) =>
  client.send('PUT', `/api/calendars/${slug}`, { version, ...calendarDraft(), why: 'New hours' });

describe('a calendar that is not needed any more', () => {
  it('is archived where no department follows it, is offered no more, and comes back as it was', async () => {
    const calendar = await createCalendar(asWater);
    const { slug } = calendar;
    expect(await archive(asWater, slug)).toMatchObject({
      status: 200,
      body: { isArchived: true, mayEdit: false, mayShare: false, mayArchive: true, versions: [{ version: 1 }] },
    });
    const { items } = (await asRoads.get('/api/calendars')).body as CalendarList;
    expect(items.find((listed) => listed.slug === slug)).toMatchObject({ isArchived: true });
    expect((await asRoads.get(`/api/calendars/${slug}/versions/1`)).status).toBe(200);
    const moves = (department: Department) =>
      asRoot.send('POST', `/api/departments/${department.slug}/calendar/moves`, { calendar: slug });
    const answers = [
      await follow(asWater, water, slug),
      await follow(asRoot, roads, slug),
      await moves(water),
      await change(asWater, calendar),
      await asWater.send('POST', `/api/calendars/${slug}/moves`, calendarDraft()),
    ];
    expect(answers.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual(
      answers.map(() => [409, 'wrong-state']),
    );
    expect((await archive(asWater, slug)).status).toBe(200);
    expect(await restore(asWater, slug)).toMatchObject({ status: 200, body: { isArchived: false, mayEdit: true } });
    expect((await follow(asWater, water, slug)).status).toBe(200);
    await follow(asWater, water, null, slug);
  });

  it('stays while departments follow it, and the refusal names them', async () => {
    const { slug } = await createCalendar(asWater);
    await follow(asWater, water, slug);
    await follow(asRoot, roads, slug);
    const current = { departments: [water, roads].map(({ slug: named }) => ({ slug: named })) };
    expect(await archive(asRoot, slug)).toMatchObject({ status: 409, body: { code: 'wrong-state', current } });
    expect((await archive(asWater, slug)).status).toBe(403);
    await follow(asRoot, roads, null, slug);
    await follow(asRoot, water, null, slug);
  });

  it('is either archived or followed where both are asked for at once', async () => {
    const { slug } = await createCalendar(asWater);
    const both = await Promise.all([archive(asRoot, slug), follow(asWater, water, slug)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { isArchived, departments } = await one(asRoot, slug);
    expect(isArchived).toBe(departments.length === 0);
    if (departments.length > 0) await follow(asWater, water, null, slug);
  });

  it('is archived and brought back by who may change it only', async () => {
    const { slug } = await createCalendar(asWater);
    expect((await archive(asRoads, slug)).status).toBe(403);
    expect((await archive(asRoot, slug)).status).toBe(200);
    expect((await restore(asRoads, slug)).status).toBe(403);
    expect((await archive(asRoot, 'no-such-calendar')).status).toBe(404);
  });
});

describe('a calendar that administrators keep for all', () => {
  it('stays in their hands, whoever follows it and whatever becomes of its maker', async () => {
    const calendar = await createCalendar(asRoot);
    expect((await follow(asWater, water, calendar.slug)).status).toBe(200);
    expect(await one(asWater, calendar.slug)).toMatchObject({ isForAll: true, mayEdit: false, mayArchive: false });
    expect((await change(asWater, calendar)).status).toBe(403);
    await desk.dataSource.query(`UPDATE role_grant SET role = 'supervisor', department_id = $2 WHERE officer_id = $1`, [
      rootId,
      water.id,
    ]);
    try {
      expect((await change(asWater, calendar)).status).toBe(403);
      expect((await change(asRoot, calendar)).status).toBe(403);
      expect((await follow(asRoads, roads, calendar.slug)).status).toBe(200);
    } finally {
      await desk.dataSource.query(
        `UPDATE role_grant SET role = 'administrator', department_id = NULL WHERE officer_id = $1`,
        [rootId],
      );
    }
    expect((await change(asRoot, calendar)).status).toBe(200);
  });
});
