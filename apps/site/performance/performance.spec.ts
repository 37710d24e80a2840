import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PublicPerformance, publicPerformanceSchema } from '#contracts/oversight.http.js';
import { buildChannel, buildDepartment } from '../../../test/support/build.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { HOUR, warnedDesk } from '../../../test/support/warned-desk.js';

const ENOUGH = 20;

describe('the public page of how long answers take', () => {
  let desk: TestDesk;
  let at: Awaited<ReturnType<typeof warnedDesk>>;

  beforeAll(async () => {
    desk = await startDesk({ site: true });
    const { key } = await buildChannel(desk.dataSource);
    await buildDepartment(desk.dataSource, { nameEn: 'The quiet one', nameZh: '安静局' });
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
    expect((await json()).departments.map(({ measures }) => measures['first-answer'])).toEqual([null, null]);
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
    expect(html).toContain('Fewer than 20, and so not shown: The quiet one.');
    expect(html).toContain('Medians and percentiles are those of every single case.');
    for (const text of [html, JSON.stringify(mine)]) expect(text).not.toContain('SECRET');
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
        'public, max-age=5, stale-while-revalidate=10, stale-if-error=60',
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
