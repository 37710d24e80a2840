import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { type Figures, figuresQuerySchema, figuresSchema, oversightLiveSchema } from '#contracts/oversight.http.js';
import { createDataSource } from '#database/data-source.js';
import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Actor } from '#domain/identity/roles.js';
import { buildGrants } from '../../../test/support/build.js';
import { DeskRows, StandingClock } from '../../../test/support/desk-rows.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { FiguresService } from './figures.service.js';
import { measureConversations } from './measuring/measure-conversations.js';
import { OversightService } from './oversight.service.js';

const HOUR = 3_600_000;
const NOW = new Date('2026-03-02T08:00:00Z');

let database: TestDatabase;
let dataSource: DataSource;
let rows: DeskRows;
beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource({ url: database.url, poolSize: 4 }).initialize();
  rows = new DeskRows(dataSource);
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** New each time: departments are remembered for some seconds. */
const oversight = () => new OversightService(dataSource, new ReadableDepartments(dataSource), new StandingClock(NOW));
/** Of everything that is there by now. */
async function times(actor: Actor, query: object = {}): Promise<Figures> {
  const rows: { id: string }[] = await dataSource.query('SELECT id FROM conversation');
  await dataSource.transaction((tx) =>
    measureConversations(
      tx,
      rows.map(({ id }) => id),
    ),
  );
  const figures = new FiguresService(dataSource, new ReadableDepartments(dataSource), new StandingClock(NOW));
  return figures.read(actor, figuresQuerySchema.parse(query));
}
const hoursLater = (instant: Date, hours: number) => new Date(instant.getTime() + hours * HOUR);

async function desk(): Promise<{ departmentId: string; slug: string; supervisor: Actor }> {
  const { id: departmentId, slug } = await rows.department();
  return { departmentId, slug, supervisor: await rows.officer(departmentId, ['supervisor']) };
}

/** Answered at the instant, after so many hours. */
function answered(departmentId: string, at: string, hours: number, given: Partial<Conversation> = {}) {
  const firstAnsweredAt = new Date(at);
  const openedAt = hoursLater(firstAnsweredAt, -hours);
  return rows.conversation({
    departmentId,
    openedAt,
    firstAnsweredAt,
    status: 'answered',
    waitingSince: null,
    ...given,
  });
}

/** What the inbox opens for a row of figures. */
async function opened(departmentId: string, from: string | null, to: string | null): Promise<number> {
  const [{ n }] = await dataSource.query(
    `SELECT count(*)::int AS n FROM conversation WHERE department_id = $1 AND first_answered_at >= $2 AND first_answered_at < $3`,
    [departmentId, from ?? '-infinity', to ?? 'infinity'],
  );
  return n;
}

/** The continuous percentile, as the textbook has it. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
}

/** To two decimals; where the true one lies in the middle, either will do. */
function expectRounded(found: number | null, right: number): void {
  expect(Math.abs((found ?? Number.NaN) - right)).toBeLessThanOrEqual(0.005 + 1e-9);
}

describe('response times', () => {
  it('are those of a plain calculation, whatever the waiting times', async () => {
    const seconds = fc.array(fc.integer({ min: 0, max: 40 * 24 * 3_600 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(seconds, async (waits) => {
        const { departmentId, supervisor } = await desk();
        const channelId = (await rows.channel()).id;
        for (const wait of waits) await answered(departmentId, '2026-02-01T00:00:00Z', wait / 3_600, { channelId });
        await rows.conversation({ departmentId, channelId });
        const { total, groups } = await times(supervisor, {});
        expect(total.n).toBe(waits.length);
        expectRounded(total.medianHours, percentile(waits, 0.5) / 3_600);
        expectRounded(total.p90Hours, percentile(waits, 0.9) / 3_600);
        expectRounded(total.meanHours, waits.reduce((sum, wait) => sum + wait, 0) / waits.length / 3_600);
        expect(total.withinSevenDays).toBe(waits.filter((wait) => wait <= 7 * 24 * 3_600).length);
        expect(groups).toMatchObject([
          { n: total.n, medianHours: total.medianHours, label: { en: 'Water', zh: '水务局' } },
        ]);
      }),
      { numRuns: 15 },
    );
  });

  it('have no median where nothing was answered', async () => {
    const { supervisor } = await desk();
    const found = await times(supervisor, { groupBy: 'day' });
    expect(figuresSchema.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      total: { n: 0, medianHours: null, p90Hours: null, meanHours: null, withinSevenDays: 0 },
      groups: [],
      answeredFrom: null,
      answeredTo: null,
    });
  });

  it('are grouped by channel', async () => {
    const { departmentId, supervisor } = await desk();
    const channel = await rows.channel({ name: 'Town portal' });
    await answered(departmentId, '2026-02-01T00:00:00Z', 5, { channelId: channel.id });
    await answered(departmentId, '2026-02-01T00:00:00Z', 2);
    await answered(departmentId, '2026-02-02T00:00:00Z', 7, { channelId: channel.id });
    const { groups } = await times(supervisor, { groupBy: 'channel' });
    expect(groups[0]).toMatchObject({
      key: channel.slug,
      label: { en: 'Town portal', zh: 'Town portal' },
      n: 2,
      medianHours: 6,
    });
    expect(groups).toHaveLength(2);
  });

  it.each([
    ['a day of 23 hours', 'Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['a day of 25 hours', 'Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    [
      'a midnight that comes twice',
      'America/Havana',
      '2026-11-01',
      '2026-11-01T04:00:00.000Z',
      '2026-11-02T05:00:00.000Z',
    ],
    [
      'a midnight that never comes',
      'America/Sao_Paulo',
      '2018-11-04',
      '2018-11-04T03:00:00.000Z',
      '2018-11-05T02:00:00.000Z',
    ],
    [
      'a zone that knows no summer time',
      'Asia/Shanghai',
      '2026-03-29',
      '2026-03-28T16:00:00.000Z',
      '2026-03-29T16:00:00.000Z',
    ],
  ])('cut %s at its own midnights', async (_, timeZone, date, answeredFrom, answeredTo) => {
    const { departmentId, supervisor } = await desk();
    const from = new Date(answeredFrom);
    const to = new Date(answeredTo);
    for (const at of [hoursLater(from, -0.01), from, hoursLater(from, 0.5), hoursLater(to, -0.01), to]) {
      await answered(departmentId, at.toISOString(), 1);
    }
    const found = await times(supervisor, { groupBy: 'day', timeZone });
    expect(found.days[date]).toEqual({ answeredFrom, answeredTo });
    expect(found.groups.find(({ key }) => key === date)).toMatchObject({ n: 3, label: null });
    expect(found.groups.map(({ n }) => n)).toEqual([1, 3, 1]);
    for (const { key, n } of found.groups) {
      const day = found.days[key];
      expect(await opened(departmentId, day?.answeredFrom ?? '', day?.answeredTo ?? '')).toBe(n);
    }
    const onlyThatDay = await times(supervisor, { from: date, to: date, timeZone });
    expect(onlyThatDay).toMatchObject({ total: { n: 3 }, answeredFrom, answeredTo });
  });

  it('open exactly the conversations that they count, with one bound or none', async () => {
    const { departmentId, supervisor } = await desk();
    for (const day of ['01', '02', '03', '04']) await answered(departmentId, `2026-02-${day}T12:00:00Z`, 1);
    for (const query of [{}, { from: '2026-02-02' }, { to: '2026-02-03' }, { from: '2026-02-02', to: '2026-02-03' }]) {
      const { total, answeredFrom, answeredTo } = await times(supervisor, query);
      expect(await opened(departmentId, answeredFrom, answeredTo)).toBe(total.n);
      expect(total.n).toBe(4 - Object.keys(query).length);
    }
  });

  it.each(['Mars/Olympus', '+08:00', 'GMT+8', '', "UTC'; --"])('know no zone %j', async (timeZone) => {
    const { supervisor } = await desk();
    const wrong = { code: 'invalid', info: { errors: [{ field: 'timeZone' }] } };
    await expect(times(supervisor, { timeZone })).rejects.toMatchObject(wrong);
    await expect(oversight().live(supervisor, { timeZone })).rejects.toMatchObject(wrong);
  });

  it('refuse a range that ends before it begins', async () => {
    const { supervisor } = await desk();
    const query = { from: '2026-02-02', to: '2026-02-01' };
    await expect(times(supervisor, query)).rejects.toMatchObject({
      code: 'invalid',
      info: { errors: [{ field: 'to' }] },
    });
  });
});

describe('who sees the figures', () => {
  it('a supervisor, of the own departments only', async () => {
    const own = await desk();
    const other = await desk();
    await answered(own.departmentId, '2026-02-01T00:00:00Z', 1);
    await answered(other.departmentId, '2026-02-01T00:00:00Z', 9);
    expect((await times(own.supervisor, {})).total).toMatchObject({ n: 1, medianHours: 1 });
    expect((await oversight().live(own.supervisor, { timeZone: 'UTC' })).departments).toHaveLength(1);
    await expect(times(own.supervisor, { department: other.slug })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('an administrator of the desk, of each department', async () => {
    const { departmentId, slug } = await desk();
    await answered(departmentId, '2026-02-01T00:00:00Z', 3);
    const administrator = await rows.officer(null, ['administrator']);
    const found = await times(administrator, { department: slug });
    expect(found.groups).toMatchObject([{ key: slug, n: 1, medianHours: 3 }]);
    expect((await times(administrator, {})).total.n).toBeGreaterThan(1);
  });

  it.each(['officer', 'moderator', 'reviewer', 'press'] as const)('no %s', async (role) => {
    const { departmentId, slug } = await desk();
    const actor = await rows.officer(departmentId, [role]);
    const forbidden = { code: 'forbidden' };
    await expect(times(actor, { department: slug })).rejects.toMatchObject(forbidden);
    await expect(oversight().live(actor, { timeZone: 'UTC' })).rejects.toMatchObject(forbidden);
  });
});

describe('waiting now', () => {
  it('counts what the inbox opens, and each officer who is there once', async () => {
    const one = await desk();
    const two = await desk();
    const supervisor: Actor = { ...one.supervisor, grants: [...one.supervisor.grants, ...two.supervisor.grants] };
    const { departmentId } = one;
    const seenAt = hoursLater(NOW, -0.005);
    const { officerId } = await rows.officer(departmentId, ['officer'], { seenAt });
    await buildGrants(dataSource, officerId, { id: two.departmentId, roles: ['officer'] });
    await rows.officer(departmentId, ['officer'], { seenAt: hoursLater(NOW, -0.02) });
    await rows.officer(departmentId, ['officer'], { seenAt, isAvailable: false });
    await rows.officer(departmentId, ['officer'], { seenAt, isActive: false });
    await rows.officer(departmentId, ['supervisor'], { seenAt });
    const longest = hoursLater(NOW, -50);
    await rows.conversation({ departmentId, status: 'held', waitingSince: longest });
    await rows.conversation({ departmentId, status: 'queued', answerDueAt: hoursLater(NOW, -1) });
    await rows.conversation({ departmentId, status: 'assigned', officerId, answerDueAt: NOW });
    await rows.conversation({ departmentId: two.departmentId, status: 'queued', answerDueAt: hoursLater(NOW, 1) });
    await answered(departmentId, '2026-03-01T16:00:00Z', 1, { answerDueAt: hoursLater(NOW, -20) });
    await answered(departmentId, '2026-03-01T15:59:59Z', 1);
    const live = await oversight().live(supervisor, { timeZone: 'Asia/Shanghai' });
    expect(oversightLiveSchema.parse(live)).toEqual(live);
    expect(live.total).toEqual({
      waiting: 4,
      overdue: 1,
      unassigned: 2,
      longestWaitingSince: longest.toISOString(),
      answeredToday: 1,
      medianHoursToday: 1,
      officersPresent: 1,
    });
    expect(live.todayFrom).toBe('2026-03-01T16:00:00.000Z');
    const here = live.departments.find(({ id }) => id === departmentId);
    expect(here).toMatchObject({ waiting: 3, overdue: 1, unassigned: 1, answeredToday: 1, officersPresent: 1 });
    expect(live.departments.find(({ id }) => id === two.departmentId)).toMatchObject({
      waiting: 1,
      officersPresent: 1,
    });
  });
});
