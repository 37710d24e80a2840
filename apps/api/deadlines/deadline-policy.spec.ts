import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DeadlineList, DeadlinePolicyView, DeadlinePreview } from '#contracts/deadlines.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { previewOf } from '#desk/deadlines/policy-preview.js';
import type { DeadlinePolicy } from '#domain/deadlines/deadline-policy.js';
import { DEADLINE_PRESETS, plainPolicy } from '#domain/deadlines/deadline-presets.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { MergingDesk } from '../../../test/support/merging.js';

const HOUR_MS = 3_600_000;

describe('what a department promises', () => {
  let desk: TestDesk;
  let department: Department;
  let asOfficer: OfficerClient;
  let asLead: OfficerClient;
  let asStranger: OfficerClient;
  let at: MergingDesk;

  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    department = await buildDepartment(desk.dataSource);
    const elsewhere = await buildDepartment(desk.dataSource);
    const officer = async (where: Department, role: 'officer' | 'supervisor') =>
      signIn(
        desk.api,
        (await buildOfficer(desk.dataSource, { department: where, roles: [role], isAvailable: false })).email,
      );
    [asOfficer, asLead, asStranger] = [
      await officer(department, 'officer'),
      await officer(department, 'supervisor'),
      await officer(elsewhere, 'supervisor'),
    ];
    const { key } = await buildChannel(desk.dataSource);
    at = new MergingDesk(desk, { key, department, lead: asLead });
  });

  const path = (more = '') => `/api/departments/${department.slug}/deadline-policy${more}`;
  const read = async (as = asOfficer) => (await as.get(path())).body as DeadlinePolicyView;
  const change = (policy: DeadlinePolicy, { as = asLead, version = 1, why = 'The new rules of the city' } = {}) =>
    as.send('PUT', path(), { version, policy, why });
  const preview = async (policy: DeadlinePolicy) =>
    (await asLead.send('POST', path('/preview'), { policy })).body as DeadlinePreview;
  const deadlines = async (id: string) =>
    ((await asOfficer.get(`/api/conversations/${id}/deadlines`)).body as DeadlineList).items;

  it('is read by those who work there, and changed by those who lead', async () => {
    expect(await read()).toMatchObject({
      version: 1,
      policy: plainPolicy(168),
      may: { change: false },
      calendar: null,
    });
    expect((await read(asLead)).may.change).toBe(true);
    expect((await change(plainPolicy(24), { as: asOfficer })).status).toBe(403);
    expect((await asOfficer.send('POST', path('/preview'), { policy: plainPolicy(24) })).status).toBe(403);
    for (const url of [path(), path('/versions')]) expect((await asStranger.get(url)).status).toBe(404);
    expect((await change(plainPolicy(24), { as: asStranger })).status).toBe(404);
  });

  it('estimates from some of them what a change would move where very many are open, and says so', async () => {
    const postedAt = (n: number) => new Date(desk.clock.now().getTime() - (n + 1) * 10 * HOUR_MS).toISOString();
    for (let n = 0; n < 8; n += 1) await at.received({ postedAt: postedAt(n) });
    const proposal = {
      ...{ departmentId: department.id, proposed: { policy: plainPolicy(24) }, now: desk.clock.now() },
    };
    const exact = await previewOf(desk.dataSource.manager, proposal);
    expect(exact).toMatchObject({ open: 8, moved: 8, becomeOverdue: 6, sample: null });
    const estimate = await previewOf(desk.dataSource.manager, proposal, 4);
    expect(estimate).toEqual({ ...exact, sample: { looked: 4, of: 8 } });
  });

  it('says how many open deadlines a change would move, and then moves them', async () => {
    const postedAt = new Date(desk.clock.now().getTime() - 48 * HOUR_MS).toISOString();
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) ids.push(await at.received({ postedAt }));
    await at.act(asLead, ids[2] ?? '', 'close', { reason: 'Said on the telephone.' });
    expect(await preview(plainPolicy(24))).toEqual({
      ...{ open: 2, moved: 2, earlier: 2, later: 0, begun: 0, dropped: 0, becomeOverdue: 2, noLongerOverdue: 0 },
      sample: null,
    });
    expect(await read()).toMatchObject({ version: 1 });
    expect((await change(plainPolicy(24))).body).toMatchObject({ version: 2, why: 'The new rules of the city' });
    await desk.drain();
    for (const id of ids.slice(0, 2)) {
      const { waitingSince, answerDueAt } = await at.read(id);
      expect(Date.parse(answerDueAt ?? '') - Date.parse(waitingSince ?? '')).toBe(24 * HOUR_MS);
    }
    const overdue = (await asOfficer.get(`/api/inbox?view=overdue&department=${department.slug}`)).body as {
      items: { id: string }[];
    };
    expect(overdue.items.map(({ id }) => id).sort()).toEqual(ids.slice(0, 2).sort());
    expect((await deadlines(ids[2] ?? ''))[0]).toMatchObject({ policyVersion: 1, outcome: 'met' });
    expect(await preview(plainPolicy(168))).toMatchObject({ moved: 2, later: 2, noLongerOverdue: 2 });
  });

  it('shows what a rule would begin and drop', async () => {
    await at.received();
    expect(await preview(DEADLINE_PRESETS.nantong)).toMatchObject({ open: 1, begun: 1, dropped: 0, moved: 0 });
    expect(await preview(plainPolicy(null))).toMatchObject({ open: 1, dropped: 1, moved: 0 });
  });

  it('keeps every version with its reason, and refuses a change over one that was not seen', async () => {
    await change(DEADLINE_PRESETS['beijing-12345'], { why: 'As the hotline does it' });
    const stale = await change(plainPolicy(24));
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale-version', current: { version: 2 } } });
    const { body } = await asOfficer.get(path('/versions'));
    expect(body).toMatchObject({
      items: [
        { version: 2, why: 'As the hotline does it', byName: expect.any(String) },
        { version: 1, byName: null },
      ],
    });
    const [first, second] = await Promise.all([
      change(plainPolicy(12), { version: 2 }),
      change(plainPolicy(36), { version: 2 }),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
  });

  it.each([
    ['two rules for the same', (rules: DeadlinePolicy['rules']) => [...rules, ...rules]],
    ['an unknown class', ([rule]: DeadlinePolicy['rules']) => [{ ...rule, classCode: 'gas' }]],
    ['no time at all', ([rule]: DeadlinePolicy['rules']) => [{ ...rule, amount: 0 }]],
    ['more than ten years', ([rule]: DeadlinePolicy['rules']) => [{ ...rule, amount: 4_000, unit: 'days' }]],
  ])('refuses %s', async (_what, rules) => {
    const plain = plainPolicy(24);
    const { status, body } = await change({ ...plain, rules: rules(plain.rules) as never });
    expect([status, (body as { code: string }).code]).toEqual([422, 'invalid']);
  });

  it('begins with the first promise of a department that gave none', async () => {
    await desk.dataSource.query('DELETE FROM deadline_policy_version WHERE department_id = $1', [department.id]);
    const id = await at.received();
    expect((await at.read(id)).answerDueAt).toBeNull();
    expect(await read()).toMatchObject({ version: 0, why: null, changedAt: null, policy: plainPolicy(null) });
    expect((await change(plainPolicy(24), { version: 0 })).body).toMatchObject({ version: 1, may: { change: true } });
    await desk.drain();
    expect((await at.read(id)).answerDueAt).not.toBeNull();
    expect(await deadlines(id)).toMatchObject([{ kind: 'answer', policyVersion: 1 }]);
  });

  it('is what the public reads, as calendar hours where that can be said', async () => {
    await change(DEADLINE_PRESETS.nantong);
    expect((await read()).department.answerWithinHours).toBe(168);
    const rules = DEADLINE_PRESETS.nantong.rules.map((rule) => ({ ...rule, atLatestDays: null }));
    await change({ ...DEADLINE_PRESETS.nantong, rules }, { version: 2 });
    expect((await read()).department.answerWithinHours).toBeNull();
  });
});
