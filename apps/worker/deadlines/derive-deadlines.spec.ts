import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DeadlineList, DeadlineView } from '#contracts/deadlines.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { DEADLINE_PRESETS } from '#domain/deadlines/deadline-presets.js';
import { buildChannel, buildDepartment, buildOfficer, buildPolicy } from '../../../test/support/build.js';
import { listen, type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { MergingDesk } from '../../../test/support/merging.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('deadlines', () => {
  let desk: TestDesk;
  let department: Department;
  let asLead: OfficerClient;
  let asStranger: OfficerClient;
  let at: MergingDesk;
  let id: string;
  let externalId: string;

  beforeAll(async () => {
    desk = await startDesk({ env: { SESSION_HOURS: '720' } });
    department = await buildDepartment(desk.dataSource, { answerWithinHours: null });
    await buildPolicy(desk.dataSource, department, DEADLINE_PRESETS.nantong);
    const other = await buildDepartment(desk.dataSource);
    const lead = await buildOfficer(desk.dataSource, {
      department,
      roles: ['officer', 'supervisor'],
      isAvailable: false,
    });
    asLead = await signIn(desk.api, lead.email);
    asStranger = await signIn(desk.api, (await buildOfficer(desk.dataSource, { department: other })).email);
    const { key } = await buildChannel(desk.dataSource);
    at = new MergingDesk(desk, { key, department, lead: asLead });
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    externalId = randomUUID();
    id = await at.received({ externalId });
  });

  const list = async (of = id): Promise<DeadlineView[]> =>
    ((await asLead.get(`/api/conversations/${of}/deadlines`)).body as DeadlineList).items;
  const answer = async (of = id) => (await list(of)).find(({ kind }) => kind === 'answer');
  const sinceReceived = async (of = id) => {
    const { answerDueAt, openedAt } = await at.read(of);
    return answerDueAt && (Date.parse(answerDueAt) - Date.parse(openedAt)) / DAY_MS;
  };
  const reply = async (more: object, of = id) => {
    await at.act(asLead, of, 'claim');
    const { status } = await at.act(asLead, of, 'replies', {
      replyId: randomUUID(),
      body: 'We look into it.',
      ...more,
    });
    expect(status).toBe(201);
  };

  it('say by when, under which rule of whose promise, and what has happened to them', async () => {
    expect(await sinceReceived()).toBe(7);
    expect(await list()).toMatchObject([
      {
        ...{ kind: 'acknowledge', ordinal: 1, outcome: null, isOverdue: false, policyVersion: 1, calendar: null },
        rule: { amount: 3, unit: 'hours', clock: 'calendar', atLatestDays: null, class: null, priority: null },
        segments: [{ state: 'running', to: null, why: { code: 'message' } }],
      },
      { kind: 'answer', rule: { amount: 5, unit: 'days', clock: 'working', atLatestDays: 7 } },
    ]);
    expect((await asStranger.get(`/api/conversations/${id}/deadlines`)).status).toBe(404);
  });

  it('to acknowledge end with a claim', async () => {
    await at.act(asLead, id, 'claim');
    expect(await list()).toMatchObject([{ kind: 'answer' }, { kind: 'acknowledge', outcome: 'met' }]);
  });

  it('stand still while the citizen is asked, and go on with the answer', async () => {
    await reply({ kind: 'question' });
    expect(await sinceReceived()).toBeNull();
    expect(await answer()).toMatchObject({ dueAt: null, pausedSince: expect.any(String) });
    await desk.passTime(2 * DAY_MS);
    await at.followUp(externalId);
    expect(await sinceReceived()).toBeCloseTo(9, 2);
    expect((await answer())?.segments.map(({ state, why }) => [state, why.code])).toEqual([
      ['running', 'message'],
      ['paused', 'asked'],
      ['running', 'citizen-wrote'],
    ]);
  });

  it('are put off once by a holding reply', async () => {
    const { openedAt } = await at.read(id);
    const until = new Date(Date.parse(openedAt) + 12 * DAY_MS).toISOString();
    await reply({ kind: 'holding', until, reason: 'The survey is not back yet.' });
    expect(await sinceReceived()).toBe(12);
    expect(await answer()).toMatchObject({ extendedUntil: until, isOverdue: false });
    expect(JSON.stringify(await list())).not.toContain('survey');
  });

  it('of all parts stand on the survivor, and the earliest binds', async () => {
    desk.clock.advance(HOUR_MS);
    const later = await at.received();
    const promised = (await at.read(id)).answerDueAt;
    await at.merge(asLead, id, later);
    expect((await at.read(later)).answerDueAt).toBe(promised);
    expect((await at.read(id)).answerDueAt).toBeNull();
    expect(new Set((await list(later)).map(({ conversation }) => conversation.id))).toEqual(new Set([id, later]));
    await reply({}, later);
    for (const one of [id, later]) expect(await answer(one)).toMatchObject({ outcome: 'met' });
    expect((await at.read(later)).answerDueAt).toBeNull();
  });

  it('ring the consoles once they are worked out', async () => {
    const live = await listen(desk.api, asLead.cookie);
    const received = await at.received();
    const rings = live.rings.filter(
      ({ event, conversationId }) => event === 'conversation.changed' && conversationId === received,
    );
    expect(rings.some(({ version }) => version === undefined)).toBe(true);
    live.close();
  });

  it('are derived by a sweep where the job was lost', async () => {
    await desk.passTime(61_000);
    expect(await desk.dataSource.query('SELECT * FROM underived_event')).toEqual([]);
    await desk.dataSource.query('DELETE FROM deadline WHERE conversation_id = $1', [id]);
    await desk.dataSource.query('UPDATE conversation SET answer_due_at = NULL WHERE id = $1', [id]);
    // As the relay left it, and as if its job was in a Redis that is no more.
    await desk.dataSource.query(
      `INSERT INTO underived_event SELECT e.id FROM conversation_event e WHERE conversation_id = $1 AND type = 'message.cleared'`,
      [id],
    );
    await desk.passTime(61_000);
    expect(await sinceReceived()).toBe(7);
    expect(await desk.dataSource.query('SELECT * FROM underived_event')).toEqual([]);
  });

  it('follow a calendar that the department is given', async () => {
    const administrator = await buildOfficer(desk.dataSource, { roles: ['administrator'] });
    const asAdministrator = await signIn(desk.api, administrator.email);
    const calendar = {
      ...{ id: randomUUID(), slug: 'round-the-clock', timeZone: 'UTC', holidays: null, exceptions: [], why: 'spec' },
      name: { en: 'Round the clock', zh: '全天' },
      weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 1_440 })),
    };
    expect((await asAdministrator.send('POST', '/api/calendars', calendar)).status).toBeLessThan(300);
    const follow = { calendar: calendar.slug, seen: null };
    const { status } = await asAdministrator.send('PUT', `/api/departments/${department.slug}/calendar`, follow);
    expect(status).toBeLessThan(300);
    await desk.drain();
    const { openedAt, answerDueAt } = await at.read(id);
    // The end of the fifth day after, and no longer the seven days that need no calendar.
    const midnight = Math.ceil(Date.parse(openedAt) / DAY_MS) * DAY_MS;
    expect(Date.parse(answerDueAt ?? '')).toBe(midnight + 5 * DAY_MS);
    expect(await answer()).toMatchObject({
      calendar: { slug: 'round-the-clock', version: 1 },
      segments: [{ why: { code: 'message' }, workingMs: expect.any(Number) }],
    });
  });
});
