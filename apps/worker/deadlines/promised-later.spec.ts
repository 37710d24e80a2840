import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Department } from '#database/entities/department.entity.js';
import type { DeadlinePolicy } from '#domain/deadlines/deadline-policy.js';
import { plainPolicy } from '#domain/deadlines/deadline-presets.js';
import { buildChannel, buildDepartment, buildGrants, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { editTheRecord } from '../../../test/support/edited-record.js';
import { MergingDesk } from '../../../test/support/merging.js';
import { rebuildDeadlines } from '../../desk/rebuild/rebuild-deadlines.js';

const HOUR_MS = 3_600_000;
const working = (hours: number): DeadlinePolicy => {
  const policy = plainPolicy(hours);
  return { ...policy, rules: policy.rules.map((rule) => ({ ...rule, clock: 'working' })) };
};

describe('what a department promises later', () => {
  let desk: TestDesk;
  let here: Department;
  let there: Department;
  let asLead: OfficerClient;
  let at: MergingDesk;
  let key: string;

  beforeAll(async () => {
    desk = await startDesk({ env: { SESSION_HOURS: '720' } });
    ({ key } = await buildChannel(desk.dataSource));
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    here = await buildDepartment(desk.dataSource, { answerWithinHours: null });
    there = await buildDepartment(desk.dataSource, { answerWithinHours: null });
    const roles = ['officer', 'supervisor', 'administrator'] as const;
    const lead = await buildOfficer(desk.dataSource, { department: here, roles: [...roles], capacity: 99 });
    await buildGrants(desk.dataSource, lead.id, { id: there.id, roles: ['officer', 'supervisor'] });
    asLead = await signIn(desk.api, lead.email);
    at = new MergingDesk(desk, { key, department: here, lead: asLead });
  });

  const promise = async ({ slug }: Department, policy: DeadlinePolicy) => {
    const path = `/api/departments/${slug}/deadline-policy`;
    const { version } = (await asLead.get(path)).body as { version: number };
    expect((await asLead.send('PUT', path, { version, policy, why: 'As agreed.' })).status).toBe(200);
    await desk.drain();
  };
  const answer = async (id: string) => {
    await at.act(asLead, id, 'claim');
    expect((await at.reply(asLead, id, 'We look into it.')).status).toBe(201);
  };
  const transfer = async (id: string, to: Department) =>
    expect((await at.act(asLead, id, 'transfer', { department: to.slug })).status).toBe(200);
  const rowsOf = (id: string): Promise<{ kind: string; outcome: string | null; promisedBy: string }[]> =>
    desk.dataSource.query(
      'SELECT kind, outcome, promised_by AS "promisedBy" FROM deadline WHERE conversation_id = $1 ORDER BY kind',
      [id],
    );
  const rebuild = (department: Department | null = null, isCheck = false) =>
    rebuildDeadlines(desk.dataSource, {
      departmentId: department?.id ?? null,
      isCheck,
      signal: new AbortController().signal,
    });
  const check = (department: Department | null = null) => rebuild(department, true);
  /** Its own timer may be at it too: whoever comes second leaves it to the first. */
  const historyDone = async () => {
    const owed = () => desk.dataSource.query('SELECT 1 FROM deadline_rebuild LIMIT 1');
    do await desk.passTime(0);
    while ((await owed()).length > 0);
  };
  const hoursPromised = async (id: string) => {
    const { answerDueAt, openedAt } = await at.read(id);
    return answerDueAt && (Date.parse(answerDueAt) - Date.parse(openedAt)) / HOUR_MS;
  };

  it('measures what was answered before it promised anything, wherever that is now', async () => {
    const [stayed, gone] = [await at.received(), await at.received()];
    await transfer(gone, there);
    for (const id of [stayed, gone]) await answer(id);
    await promise(here, plainPolicy(24));
    await historyDone();
    for (const id of [stayed, gone])
      expect(await rowsOf(id)).toEqual([{ kind: 'answer', outcome: 'met', promisedBy: here.id }]);
    expect([await check(), await check(here)]).toEqual([0, 0]);
    expect(await desk.dataSource.query('SELECT * FROM deadline_rebuild')).toEqual([]);
  });

  it('measures by its first calendar what was answered before, and moves nobody by the second', async () => {
    await promise(here, working(24));
    const id = await at.received();
    await answer(id);
    expect(await rowsOf(id)).toMatchObject([{ outcome: 'cancelled' }]);
    await historyDone();
    const slug = `round-the-clock-${here.slug}`;
    const calendar = {
      ...{ id: randomUUID(), slug, timeZone: 'UTC', holidays: null, exceptions: [], why: 'spec' },
      name: { en: slug, zh: slug },
      weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 1_440 })),
    };
    expect((await asLead.send('POST', '/api/calendars', calendar)).status).toBeLessThan(300);
    const follow = { calendar: slug, seen: null };
    expect((await asLead.send('PUT', `/api/departments/${here.slug}/calendar`, follow)).status).toBeLessThan(300);
    await historyDone();
    expect(await rowsOf(id)).toMatchObject([{ outcome: 'met' }]);
    expect(await check()).toBe(0);
  });

  it('is promised from the same start by who has it now, after a transfer out of one that promises nothing', async () => {
    await promise(there, plainPolicy(24));
    const id = await at.received();
    await transfer(id, there);
    expect(await hoursPromised(id)).toBe(24);
    expect(await rowsOf(id)).toMatchObject([{ kind: 'answer', promisedBy: there.id }]);
    const { items } = (await asLead.get(`/api/conversations/${id}/deadlines`)).body as {
      items: { promisedBy: object; segments: { why: { code: string; detail: object } }[] }[];
    };
    expect(items[0]?.promisedBy).toEqual({ en: there.nameEn, zh: there.nameZh });
    expect(items[0]?.segments.at(-1)?.why).toMatchObject({
      code: 'taken-over',
      detail: { fromDepartment: { en: here.nameEn }, toDepartment: { en: there.nameEn } },
    });
  });

  it('reaches what it gave away while nobody there had promised anything for it', async () => {
    const general = plainPolicy(24);
    const acknowledged = general.rules.map((rule) => ({ ...rule, kind: 'acknowledge' as const })).slice(0, 1);
    await promise(here, { ...general, rules: acknowledged });
    await historyDone();
    const id = await at.received();
    await transfer(id, there);
    expect(await hoursPromised(id)).toBeNull();
    await promise(here, plainPolicy(72));
    expect(await hoursPromised(id)).toBe(72);
    expect(await check()).toBe(0);
  });

  it('keeps no other conversation back where one cannot be derived', async () => {
    await promise(here, plainPolicy(24));
    await historyDone();
    const ids = [await at.received(), await at.received(), await at.received()];
    const [broken = ''] = ids;
    await at.act(asLead, broken, 'claim');
    const until = new Date(desk.clock.now().getTime() + 48 * HOUR_MS).toISOString();
    await promise(here, { ...plainPolicy(24), holdingDays: 5 });
    const held = { replyId: randomUUID(), kind: 'holding', body: '', reason: 'The survey is not back yet.', until };
    expect((await at.act(asLead, broken, 'replies', held)).status).toBe(201);
    const spoil = (date: string) =>
      editTheRecord(
        desk.dataSource,
        `UPDATE conversation_event SET payload = jsonb_set(payload, '{until}', to_jsonb($2::text))
         WHERE conversation_id = $1 AND type = 'reply.sent'`,
        [broken, date],
      );
    await spoil('never');
    await promise(here, plainPolicy(72));
    for (const id of ids.slice(1)) expect(await hoursPromised(id)).toBe(72);
    expect(await check(here)).toBe(1);
    await desk.dataSource.query('DELETE FROM deadline WHERE promised_by = $1', [here.id]);
    expect(await rebuild(here)).toBe(1);
    for (const id of ids.slice(1)) expect(await rowsOf(id)).toHaveLength(1);
    await spoil(until);
    await desk.dataSource.query(
      `INSERT INTO underived_event SELECT id FROM conversation_event WHERE conversation_id = $1 AND type = 'reply.sent'`,
      [broken],
    );
    await desk.passTime(61_000);
    expect(await check()).toBe(0);
  });

  it('is not called wrong by a check while it is still being worked in', async () => {
    await promise(here, plainPolicy(24));
    const id = await at.received();
    await historyDone();
    await desk.dataSource.query('DELETE FROM deadline WHERE conversation_id = $1', [id]);
    expect(await check()).toBe(1);
    await desk.dataSource.query(
      `INSERT INTO underived_event SELECT id FROM conversation_event WHERE conversation_id = $1 AND type = 'message.cleared'`,
      [id],
    );
    expect(await check()).toBe(0);
    await desk.passTime(61_000);
    expect(await rowsOf(id)).toHaveLength(1);
  });
});
