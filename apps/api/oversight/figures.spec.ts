import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { FIGURE_GROUPS, type Figure, type Figures, figuresSchema } from '#contracts/oversight.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { ReadableDepartments } from '#desk/conversations/readable-departments.js';
import { FiguresService } from '#desk/oversight/figures.service.js';
import { waitUntilAlone } from '#desk/oversight/measuring/measurement.queries.js';
import { PublicPerformanceService } from '#desk/oversight/public-performance.service.js';
import { MEASURES } from '#domain/oversight/measure.js';
import { buildChannel, buildDepartment, buildGrants, buildOfficer } from '../../../test/support/build.js';
import { createCalendar } from '../../../test/support/calendars.js';
import { type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { MergingDesk } from '../../../test/support/merging.js';

const HOUR_MS = 3_600_000;
const IN_TIME = ['day', 'month', 'hour', 'weekday-hour'] as const;

describe('the figures of oversight', () => {
  let desk: TestDesk;
  let here: Department;
  let there: Department;
  let ana: Officer;
  let asAna: OfficerClient;
  let asLead: OfficerClient;
  let at: MergingDesk;

  beforeAll(async () => {
    desk = await startDesk({ env: { SESSION_HOURS: '720' } });
    here = await buildDepartment(desk.dataSource, { answerWithinHours: 24 });
    there = await buildDepartment(desk.dataSource, { answerWithinHours: null });
    ana = await buildOfficer(desk.dataSource, { department: here, roles: ['officer', 'reviewer'], capacity: 99 });
    const lead = await buildOfficer(desk.dataSource, { department: here, roles: ['supervisor'] });
    await buildGrants(desk.dataSource, ana.id, { id: there.id, roles: ['officer'] });
    const { key } = await buildChannel(desk.dataSource);
    asAna = await signIn(desk.api, ana.email);
    asLead = await signIn(desk.api, lead.email);
    at = new MergingDesk(desk, { key, department: here, lead: asLead });
    await someLives();
  });
  afterAll(() => desk.close());

  const figures = async (query: string, as = asLead): Promise<Figures> => {
    const { status, body } = await as.get(`/api/oversight/response-times?${query}`);
    expect([query, status, body]).toEqual([query, 200, body]);
    expect(figuresSchema.parse(body)).toEqual(body);
    return body;
  };
  const hours = (n: number) => desk.passTime(n * HOUR_MS);

  /** One answered twice, one late and merged with another, one closed, one transferred, one that waits still. */
  async function someLives(): Promise<void> {
    const done = async (act: Promise<{ status: number; body: unknown }>) => {
      const { status, body } = await act;
      expect([status < 300, body]).toEqual([true, body]);
    };
    const externalId = randomUUID();
    const first = await at.received({ externalId });
    const second = await at.received({ language: 'fr' });
    const third = await at.received();
    await hours(1);
    await done(at.act(asAna, first, 'claim'));
    await hours(1);
    await done(at.act(asAna, first, 'claim'));
    await done(at.reply(asAna, first, 'We look into it.'));
    await done(at.act(asLead, third, 'priority', { priority: 'urgent', reason: 'Gas.' }));
    await hours(30);
    await done(at.act(asAna, second, 'claim'));
    await done(at.reply(asAna, second, 'It is repaired.'));
    await at.followUp(externalId);
    await hours(5);
    await done(at.act(asAna, first, 'claim'));
    await done(at.reply(asAna, first, 'It is done now.'));
    await done(at.act(asAna, third, 'claim'));
    await done(at.act(asAna, third, 'close', { reason: 'Said on the telephone.' }));
    await at.received({ language: 'fr' });
    const merged = await at.received();
    await done(at.act(asAna, merged, 'claim'));
    await done(at.reply(asAna, merged, 'See there.'));
    await done(at.merge(asAna, merged, second));
    const leaving = await at.received();
    await done(at.act(asLead, leaving, 'transfer', { department: there.slug }));
    await hours(2);
  }

  it('are of what happened, each by its own clock', async () => {
    const total = async (measure: string) => (await figures(`measure=${measure}&groupBy=none`)).total;
    expect(await total('first-answer')).toMatchObject({
      n: 2,
      medianHours: 17,
      meanHours: 17,
      // One was answered late, and one was closed late without an answer: neither kept its promise.
      within: { n: 1, of: 3, share: 0.3333 },
    });
    expect(await total('next-answer')).toMatchObject({ n: 1, medianHours: 5, p95Hours: 5, within: { n: 1, of: 1 } });
    expect(await total('acknowledged')).toMatchObject({ n: 3, medianHours: 32, withinFiveDays: 3 });
    expect(await total('resolution')).toMatchObject({ n: 3, open: { n: 1 } });
    expect(await total('reopened')).toMatchObject({ n: 1, medianHours: null, open: null });
    expect(await total('transferred')).toMatchObject({ n: 0 });
  });

  it('have those beside them who still wait, with the longest', async () => {
    const { total, groups } = await figures('groupBy=department');
    expect(total.open).toMatchObject({ n: 1, longestHours: 2 });
    expect(groups).toMatchObject([{ key: here.slug, n: 2, open: { n: 1 } }]);
    const byLanguage = await figures('groupBy=language');
    expect(byLanguage.groups.map(({ key, open }) => [key, open?.n])).toContainEqual(['fr', 1]);
  });

  it('know no working time without a calendar, rather than none', async () => {
    const { total } = await figures('groupBy=none&clock=working');
    expect(total).toMatchObject({ n: 2, timed: 0, medianHours: null, meanHours: null });
  });

  it('know it of all that was before, once there is one', async () => {
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 720 }));
    const { slug } = await createCalendar(asLead, { weekly });
    const body = { calendar: slug, seen: null };
    await desk.dataSource.transaction(async (tx) => {
      // Nothing is measured while somebody else has the turn.
      await waitUntilAlone(tx);
      expect((await asLead.send('PUT', `/api/departments/${here.slug}/calendar`, body)).status).toBeLessThan(300);
      await desk.drain();
      // Known, and nothing is measured by it yet.
      expect(await figures('groupBy=none&clock=working')).toMatchObject({
        ...{ isHistoryBehind: true, isLagging: false, lagSeconds: 0, total: { n: 2, timed: 0 } },
      });
      expect(await isBehindIn('response-times.csv')).toEqual(['true', 'true']);
      expect(await isBehindIn('live.csv')).toEqual(['true', 'true']);
      expect((await asLead.get('/api/oversight/live')).body).toMatchObject({ isHistoryBehind: true });
      expect(await publicly().read()).toMatchObject({ isHistoryBehind: true });
    });
    await desk.passTime(0);
    expect(await figures('groupBy=none')).toMatchObject({ isHistoryBehind: false });
    expect(await isBehindIn('response-times.csv')).toEqual(['false', 'false']);
    expect((await asLead.get('/api/oversight/live')).body).toMatchObject({ isHistoryBehind: false });
    const { total } = await figures('groupBy=none&clock=working');
    const calendar = await figures('groupBy=none');
    expect(total).toMatchObject({ n: 2, timed: 2, withinFiveDays: calendar.total.withinFiveDays });
    // Half of each day is worked: of two hours none to two, of thirty-two twelve to twenty.
    expect(total.meanHours).toBeGreaterThanOrEqual(6);
    expect(total.meanHours).toBeLessThanOrEqual(11);
  });

  /** Of each line of the file. */
  async function isBehindIn(file: string): Promise<(string | undefined)[]> {
    const response = await fetch(`${desk.api}/api/oversight/${file}`, { headers: { cookie: asLead.cookie } });
    const lines: Record<string, string>[] = parse(await response.text(), { bom: true, columns: true });
    return lines.map((line) => line.history_behind);
  }

  function publicly(): PublicPerformanceService {
    const departments = new ReadableDepartments(desk.dataSource);
    return new PublicPerformanceService(departments, new FiguresService(desk.dataSource, departments, desk.clock));
  }

  async function opened(figure: Pick<Figure, 'opens'>): Promise<string[]> {
    const { status, body } = await asLead.get(`/api/inbox?limit=100&${new URLSearchParams(figure.opens)}`);
    expect([figure.opens, status, body]).toEqual([figure.opens, 200, body]);
    return (body as { items: { id: string }[] }).items.map(({ id }) => id);
  }

  it('open exactly the conversations behind each, whatever they are broken down by', async () => {
    let looked = 0;
    for (const measure of MEASURES)
      for (const zone of ['', '&timeZone=America/New_York'])
        for (const groupBy of zone ? IN_TIME : FIGURE_GROUPS) {
          const { total, groups } = await figures(`measure=${measure}&groupBy=${groupBy}${zone}`);
          const all = await opened(total);
          expect([measure, groupBy, all.length]).toEqual([measure, groupBy, total.n]);
          const { within } = total;
          for (const [measuredWithin, n] of [
            ['true', within.n],
            ['false', within.of - within.n],
          ] as const)
            if (groupBy === 'none') expect(await opened({ opens: { ...total.opens, measuredWithin } })).toHaveLength(n);
          if (total.open) expect((await opened(total.open)).length).toBe(total.open.n);
          const ofGroups = await Promise.all(groups.map((group) => opened(group)));
          expect([measure, groupBy, ofGroups.map((ids) => ids.length)]).toEqual([
            measure,
            groupBy,
            groups.map(({ n }) => n),
          ]);
          for (const { open } of groups) if (open) expect((await opened(open)).length).toBe(open.n);
          looked += groups.length;
        }
    expect(looked).toBeGreaterThan(60);
  }, 60_000);

  it('are filtered by two things at once, and in a range of local dates', async () => {
    const { total } = await figures(`groupBy=none&officer=${ana.id}&language=fr&register=reply`);
    expect(total).toMatchObject({ n: 1, medianHours: 32 });
    expect(await opened(total)).toHaveLength(1);
    const { groups } = await figures('groupBy=day');
    const [day = ''] = groups.map(({ key }) => key);
    expect((await figures(`groupBy=none&from=${day}&to=${day}`)).total.n).toBe(groups[0]?.n);
    const wrong = await asLead.get('/api/oversight/response-times?from=2026-02-02&to=2026-02-01');
    expect(wrong).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect((await asLead.get('/api/oversight/response-times?timeZone=Mars/Olympus')).status).toBe(422);
  });

  it('come as a file that a spreadsheet program opens', async () => {
    const response = await fetch(`${desk.api}/api/oversight/response-times.csv?groupBy=officer`, {
      headers: { cookie: asLead.cookie },
    });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [total, group] = parse(Buffer.from(bytes), { bom: true, columns: true }) as Record<string, string>[];
    expect(total).toMatchObject({ name_zh: '合计', n: '2', median_hours: '17', exact: 'true' });
    expect(group).toMatchObject({ key: ana.id, name_en: ana.name, n: '2', within_deadline: '1' });
    const live = await fetch(`${desk.api}/api/oversight/live.csv`, { headers: { cookie: asLead.cookie } });
    expect(parse(await live.text(), { bom: true, columns: true })).toHaveLength(2);
  });

  it('are for supervisors, of their own departments', async () => {
    expect((await asAna.get('/api/oversight/response-times')).status).toBe(403);
    expect((await asLead.get(`/api/oversight/response-times?department=${there.slug}`)).status).toBe(404);
    expect((await figures('measure=transferred&groupBy=none')).total.n).toBe(0);
  });

  it('say how far they are behind, and that it is too far', async () => {
    expect(await figures('groupBy=none')).toMatchObject({ lagSeconds: 0, isLagging: false });
    await desk.dataSource.transaction(async (tx) => {
      await waitUntilAlone(tx);
      await at.received();
      const [{ id }] = await desk.dataSource.query(`SELECT id FROM conversation ORDER BY id DESC LIMIT 1`);
      await at.act(asAna, id, 'claim');
      desk.clock.advance(8_000);
      const late = await figures('groupBy=none&measure=acknowledged');
      expect([late.isLagging, late.lagSeconds > 5]).toEqual([true, true]);
    });
    await desk.passTime(0);
    expect(await figures('groupBy=none')).toMatchObject({ isLagging: false });
  });

  it('are public only of so many that nobody is recognised', async () => {
    const { departments: found } = await publicly().read();
    expect(found.map(({ measures }) => measures['first-answer'])).toEqual([null, null]);
  });
});
