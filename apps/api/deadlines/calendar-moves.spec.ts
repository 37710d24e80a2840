import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CalendarDraft, CalendarView, ImportResult } from '#contracts/calendars.http.js';
import type { DeadlinePreview } from '#contracts/deadlines.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { DEADLINE_PRESETS } from '#domain/deadlines/deadline-presets.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { calendarDraft, createCalendar } from '../../../test/support/calendars.js';
import { call, type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { MergingDesk } from '../../../test/support/merging.js';

const DAY_MS = 86_400_000;
/** Answers in working days alone, so that every one of them moves with its calendar. */
const POLICY = {
  ...DEADLINE_PRESETS.nantong,
  rules: DEADLINE_PRESETS.nantong.rules
    .filter(({ kind }) => kind === 'answer')
    .map((rule) => ({ ...rule, classCode: null, atLatestDays: null })),
};
/** Half the hours, so that everything is due later. */
const SHORT: Partial<CalendarDraft> = { weekly: [1, 2, 3].map((weekday) => ({ weekday, from: 540, to: 600 })) };

describe('what a calendar would move', () => {
  let desk: TestDesk;
  let calendar: CalendarView;
  let asRoot: OfficerClient;
  let asLead: OfficerClient;
  let departments: Department[];
  let ids: string[];

  beforeAll(async () => {
    desk = await startDesk();
    asRoot = await signIn(desk.api, (await buildOfficer(desk.dataSource, { roles: ['administrator'] })).email);
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    calendar = await createCalendar(asRoot);
    departments = [await buildDepartment(desk.dataSource), await buildDepartment(desk.dataSource)];
    ids = [];
    for (const department of departments) {
      const lead = await buildOfficer(desk.dataSource, { department, roles: ['supervisor'], isAvailable: false });
      asLead = await signIn(desk.api, lead.email);
      const path = `/api/departments/${department.slug}/deadline-policy`;
      expect((await asLead.send('PUT', path, { version: 1, policy: POLICY, why: 'Working days' })).status).toBe(200);
      await follow(department, calendar.slug, null);
      const { key } = await buildChannel(desk.dataSource);
      const at = new MergingDesk(desk, { key, department, lead: asLead });
      const postedAt = new Date(desk.clock.now().getTime() - 8 * DAY_MS).toISOString();
      const [part, survivor] = [await at.received({ postedAt }), await at.received()];
      ids.push(part, survivor);
    }
    await desk.drain();
  });

  const follow = (department: Department, to: string | null, seen: string | null) =>
    asRoot.send('PUT', `/api/departments/${department.slug}/calendar`, { calendar: to, seen });
  const following = (as: OfficerClient, to: string | null, department = departments[1]) =>
    as.send('POST', `/api/departments/${department?.slug}/calendar/moves`, { calendar: to });
  const draftMoves = (as: OfficerClient, fields: Partial<CalendarDraft>) =>
    as.send('POST', `/api/calendars/${calendar.slug}/moves`, calendarDraft(fields));
  const dues = async () => {
    const rows: { key: string; due: Date | null }[] = await desk.dataSource.query(
      `SELECT conversation_id || kind || ordinal AS key, due_at AS due FROM deadline
       WHERE conversation_id = ANY($1::uuid[]) AND ended_at IS NULL`,
      [ids],
    );
    return new Map(rows.map(({ key, due }) => [key, due?.getTime() ?? null]));
  };

  /** What the act really does to what is open, counted from the rows before and after it. */
  async function moved(act: () => Promise<{ status: number }>) {
    const before = await dues();
    expect((await act()).status).toBe(200);
    await desk.drain();
    const after = await dues();
    const now = desk.clock.now().getTime();
    const isOver = (due: number | null | undefined) => typeof due === 'number' && due <= now;
    const pairs = [...before].map(([key, was]) => ({ was, will: after.get(key) }));
    return {
      open: before.size,
      moved: pairs.filter(({ was, will }) => was !== will).length,
      later: pairs.filter(({ was, will }) => (will ?? 0) > (was ?? Number.POSITIVE_INFINITY)).length,
      earlier: pairs.filter(({ was, will }) => (will ?? Number.POSITIVE_INFINITY) < (was ?? 0)).length,
      becomeOverdue: pairs.filter(({ was, will }) => isOver(will) && !isOver(was)).length,
      noLongerOverdue: pairs.filter(({ was, will }) => isOver(was) && !isOver(will)).length,
    };
  }

  it('by a new version is told for all that follow it, and is what then moves', async () => {
    const { body } = await draftMoves(asRoot, SHORT);
    const did = await moved(() =>
      asRoot.send('PUT', `/api/calendars/${calendar.slug}`, { version: 1, ...calendarDraft(SHORT), why: 'Shorter' }),
    );
    expect(body).toMatchObject(did);
    expect(did).toMatchObject({ open: 4, moved: 4, later: 4, noLongerOverdue: 2 });
    const back: DeadlinePreview = (await draftMoves(asRoot, {})).body;
    expect(back).toMatchObject({ open: 4, earlier: 4, becomeOverdue: 2 });
  });

  it('by a file of exceptions is told by its dry run', async () => {
    const tomorrow = new Date(desk.clock.now().getTime() + DAY_MS);
    const dates = [0, 1, 2, 3].map((n) => new Date(tomorrow.getTime() + n * DAY_MS).toISOString().slice(0, 10));
    const sent = async (query: string) => {
      const path = `${desk.api}/api/calendars/${calendar.slug}/import?version=1${query}`;
      const body = `date,name,from,to\n${dates.map((date) => `${date},Flood,,\n`).join('')}`;
      const { status, body: answer } = await call(path, {
        method: 'POST',
        headers: { cookie: asRoot.cookie, 'content-type': 'text/csv' },
        body,
      });
      return { status, body: answer as ImportResult };
    };
    const { moves } = (await sent('')).body;
    const did = await moved(() => sent('&dryRun=false&why=Flood'));
    expect(moves).toMatchObject(did);
    expect(did.later).toBeGreaterThan(0);
  });

  it('by following another, or none, is told for the department alone', async () => {
    const other = await createCalendar(asRoot, SHORT);
    const { body } = await following(asLead, other.slug);
    const department = departments[1] as Department;
    const did = await moved(() => follow(department, other.slug, calendar.slug));
    expect(body).toMatchObject({ ...did, open: 2 });
    expect(did).toMatchObject({ moved: 2, later: 2 });
    const none = (await following(asLead, null)).body as DeadlinePreview;
    expect(none).toMatchObject({ open: 2, moved: 2 });
    expect(await moved(() => follow(department, null, other.slug))).toMatchObject({ moved: 2 });
  });

  it('counts what is carried on in another conversation too', async () => {
    const [part = '', survivor = ''] = ids.slice(2);
    const { key } = await buildChannel(desk.dataSource);
    const at = new MergingDesk(desk, { key, department: departments[1] as Department, lead: asLead });
    expect((await at.merge(asLead, part, survivor)).status).toBeLessThan(300);
    await desk.drain();
    await desk.dataSource.query('DELETE FROM deadline WHERE conversation_id = $1', [part]);
    const { body } = await draftMoves(asRoot, SHORT);
    expect(body).toMatchObject({ open: 4, moved: 4 });
  });

  it('is told to whom may do it, of calendars that there are', async () => {
    expect((await draftMoves(asLead, SHORT)).status).toBe(403);
    expect((await following(asLead, 'no-such-calendar')).status).toBe(404);
    expect((await following(asLead, null, departments[0])).status).toBe(403);
    const theirs = await createCalendar(asLead);
    await follow(departments[1] as Department, theirs.slug, calendar.slug);
    const [first] = departments;
    const other = await buildOfficer(desk.dataSource, { department: first, roles: ['supervisor'] });
    const asOther = await signIn(desk.api, other.email);
    expect((await following(asOther, theirs.slug, first)).status).toBe(403);
  });
});
