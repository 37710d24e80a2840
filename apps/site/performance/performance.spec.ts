import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PublicPerformance, publicPerformanceSchema } from '#contracts/oversight.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { writeMeasurements } from '#desk/oversight/measuring/measurement.queries.js';
import { binOf } from '#desk/oversight/sketch.js';
import { buildChannel, buildDepartment } from '../../../test/support/build.js';
import { postAccepted } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { HOUR, warnedDesk } from '../../../test/support/warned-desk.js';

const ENOUGH = 20;

describe('the public page of how long answers take', () => {
  let desk: TestDesk;
  let key: string;
  let quiet: Department;
  let busy: Department;
  let at: Awaited<ReturnType<typeof warnedDesk>>;

  beforeAll(async () => {
    desk = await startDesk({ site: true });
    ({ key } = await buildChannel(desk.dataSource));
    quiet = await buildDepartment(desk.dataSource, { nameEn: 'The quiet one', nameZh: '安静局' });
    busy = await buildDepartment(desk.dataSource, { nameEn: 'The busy one', nameZh: '繁忙局' });
    at = await warnedDesk(desk, key);
    for (let n = 0; n < ENOUGH - 1; n += 1) await answer();
    await desk.passTime(0);
  }, 60_000);
  afterAll(() => desk.close());

  const answer = async () => {
    const { conversationId } = await at.post({ title: 'SECRET-TITLE', body: 'SECRET-WORDS on the bus stop' });
    await at.reply(conversationId, { body: 'SECRET-ANSWER' });
  };
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${desk.site}${path}`, { headers });
  const page = async (path = '/performance') => (await get(path)).text();
  const json = async (path = '/performance.json'): Promise<PublicPerformance> =>
    publicPerformanceSchema.parse(await (await get(path)).json());

  it('publishes nothing of too few, and says how many it takes', async () => {
    expect(await page()).toContain('at least 20 of a department are needed');
    expect((await json()).departments.map(({ measures }) => measures['first-answer'])).toEqual([null, null, null]);
  });

  it('publishes each department that has enough: how many, how long, by what method; on the page and for programs alike', async () => {
    await answer();
    await desk.passTime(2 * HOUR);
    // Another period: readers of one share a reading for two seconds.
    const html = await page('/performance?period=365');
    const mine = (await json('/performance.json?period=365')).departments.find(
      ({ slug }) => slug === at.department.slug,
    );
    const figure = mine?.measures['first-answer'];
    expect(figure).toMatchObject({ n: ENOUGH, withinSevenDays: ENOUGH, within: { n: ENOUGH, of: ENOUGH, share: 1 } });
    expect(html).toContain(`>${at.department.nameEn}</a>`);
    expect(html).toContain('100.0% (20 of 20)');
    expect(html).toContain(`${figure?.medianHours.toFixed(2)}\u00a0h`);
    expect(html).toMatch(/Too few to be shown: [^<]*The quiet one/);
    expect(html).toContain('Medians and percentiles are those of every single case.');
    for (const text of [html, JSON.stringify(mine)]) expect(text).not.toContain('SECRET');
  });

  it('shows who waits where hardly anybody was answered, and says why nothing stands beside it', async () => {
    const post = ({ slug }: Department) => postAccepted(desk.api, key, { department: slug, title: 'SECRET-TITLE' });
    await Promise.all(Array.from({ length: ENOUGH }, () => post(busy)));
    await Promise.all(Array.from({ length: ENOUGH - 1 }, () => post(quiet)));
    await desk.drain();
    desk.clock.advance(2 * HOUR);
    const { departments } = await json('/performance.json?period=90');
    expect(departments.find(({ slug }) => slug === quiet.slug)).toMatchObject({ waiting: null });
    expect(departments.find(({ slug }) => slug === busy.slug)).toMatchObject({
      measures: { 'first-answer': null },
      waiting: { n: ENOUGH, longestHours: expect.any(Number) },
    });
    const html = await page('/performance?period=90');
    expect(html).toMatch(/Too few to be shown: [^<]*The quiet one/);
    const row = /The busy one<\/a><\/th>(.*?)<\/tr>/s.exec(html)?.[1] ?? '';
    expect(row).toContain('Too few answers to be published.');
    expect(row).toContain('>20</td>');
    expect(row).toContain('2.00\u00a0h');
  });

  it('speaks Chinese', async () => {
    const html = await page('/performance?lang=zh');
    expect(html).toContain('答复用时统计');
    expect(html).toContain('/performance?period=90&amp;lang=zh');
  });

  it('may be kept by caches like every other page, and takes an unknown period for all of history', async () => {
    for (const path of ['/performance?period=90', '/performance.json?period=90', '/performance?period=nonsense']) {
      const first = await get(path);
      expect([path, first.status, first.headers.get('cache-control')]).toEqual([
        path,
        200,
        'public, max-age=0, s-maxage=3, must-revalidate',
      ]);
      const again = await get(path, { 'if-none-match': first.headers.get('etag') ?? '' });
      expect([path, again.status]).toEqual([path, 304]);
    }
    expect((await get('/performance.json')).headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect((await get('/performance.json')).headers.get('access-control-allow-origin')).toBe('*');
  });

  it('is found from every page', async () => {
    expect(await page('/')).toContain('href="/performance"');
  });
});

describe('periods of which one holds the other', () => {
  let desk: TestDesk;
  let close: Department;
  let apart: Department;
  let unpromised: Department;
  const built = () => buildDepartment(desk.dataSource);
  beforeAll(async () => {
    desk = await startDesk({ site: true, worker: false });
    [close, apart, unpromised] = [await built(), await built(), await built()];
  });
  afterAll(() => desk.close());

  it('have no share where too few had a promise, rather than nought of nought', async () => {
    await measured(desk, { department: unpromised, daysAgo: 1, n: ENOUGH });
    const response = await fetch(`${desk.site}/performance.json`);
    const { departments } = publicPerformanceSchema.parse(await response.json());
    const found = departments.find(({ slug }) => slug === unpromised.slug);
    expect(found?.measures['first-answer']).toMatchObject({ n: ENOUGH, within: null });
  });

  it('are published only where enough lie between them: nobody subtracts his way to a few', async () => {
    for (const [department, between] of [
      [close, 5],
      [apart, ENOUGH],
    ] as const) {
      await measured(desk, { department, daysAgo: 200, n: ENOUGH });
      await measured(desk, { department, daysAgo: 60, n: between });
      await measured(desk, { department, daysAgo: 10, n: ENOUGH });
    }
    const published = async ({ slug }: { slug: string }) => {
      const found = ['365', '90', '30'].map(async (period) => {
        const response = await fetch(`${desk.site}/performance.json?period=${period}`);
        const { departments } = publicPerformanceSchema.parse(await response.json());
        return departments.find((one) => one.slug === slug)?.measures['first-answer']?.n ?? null;
      });
      return Promise.all(found);
    };
    expect(await published(close)).toEqual([45, 25, null]);
    expect(await published(apart)).toEqual([60, 40, 20]);
  });
});

/** First answers as they are kept once they are measured, each after an hour. */
async function measured(desk: TestDesk, given: { department: Department; daysAgo: number; n: number }): Promise<void> {
  const { department, daysAgo, n } = given;
  const endedAt = new Date(desk.clock.now().getTime() - daysAgo * 24 * HOUR);
  await desk.dataSource.transaction((tx) =>
    writeMeasurements(
      tx,
      Array.from({ length: n }, () => ({
        ...{ conversationId: randomUUID(), departmentId: department.id, channelId: randomUUID(), language: 'zh' },
        ...{ measure: 'first-answer' as const, ordinal: 1, priority: 'normal', classCode: null, officerId: null },
        ...{ register: 'reply' as const, startedAt: new Date(endedAt.getTime() - HOUR), endedAt },
        ...{ endedOn: endedAt.toISOString().slice(0, 10), endedHour: endedAt.getUTCHours(), calendarMs: HOUR },
        ...{ calendarBin: binOf(HOUR), workingMs: null, workingBin: null, isWithin: null },
      })),
    ),
  );
}
