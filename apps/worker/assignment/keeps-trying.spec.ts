import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConversationView, HistoryEntry } from '#contracts/conversations.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { Officer } from '#database/entities/officer.entity.js';
import { buildChannel, buildDepartment, buildOfficer, type OfficerFields } from '../../../test/support/build.js';
import { postAccepted, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';

const MINUTE = 60_000;

describe('assignment that keeps trying', () => {
  let desk: TestDesk;
  let department: Department;
  let key: string;

  beforeAll(async () => {
    desk = await startDesk();
    ({ key } = await buildChannel(desk.dataSource));
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    department = await buildDepartment(desk.dataSource);
  });

  const officer = (fields: OfficerFields = {}) =>
    buildOfficer(desk.dataSource, { department, seenAt: desk.clock.now(), ...fields });
  const post = async (more: object = {}) => {
    const { conversationId } = await postAccepted(desk.api, key, { department: department.slug, ...more });
    await desk.drain();
    return conversationId;
  };
  const holder = async (conversationId: string) => {
    const [row] = await desk.dataSource.query(
      `SELECT c.status, c.officer_id AS "officerId", c.escalated_at AS "escalatedAt", a.reason FROM conversation c
       LEFT JOIN assignment a ON a.conversation_id = c.id AND a.ended_at IS NULL WHERE c.id = $1`,
      [conversationId],
    );
    return row;
  };
  const set = (who: Officer, fields: Partial<Officer>) =>
    desk.dataSource.getRepository(Officer).update({ id: who.id }, fields);
  /** Time passes for everybody; only the named have an open console all the while. */
  const later = async (milliseconds: number, ...present: Officer[]) => {
    desk.clock.advance(milliseconds);
    for (const who of present) await set(who, { seenAt: desk.clock.now() });
    await desk.passTime(0);
  };

  it('offers again what somebody had who left, after the grace time and not before, and says from whom', async () => {
    const ana = await officer();
    const id = await post();
    const bo = await officer();
    await later(MINUTE, bo);
    await later(4 * MINUTE, bo);
    expect(await holder(id)).toMatchObject({ officerId: ana.id });
    await later(MINUTE, bo);
    expect(await holder(id)).toMatchObject({
      officerId: bo.id,
      reason: { rule: 'least-loaded', takenBack: { officerId: ana.id, because: 'not-seen' } },
    });
    const asBo = await signIn(desk.api, bo.email);
    const view = (await asBo.get(`/api/conversations/${id}`)).body as ConversationView;
    expect(view.assignment?.reason).toMatchObject({ takenBackFromName: ana.name, takenBackBecause: 'not-seen' });
    const { items } = (await asBo.get(`/api/conversations/${id}/events`)).body as { items: HistoryEntry[] };
    expect(items.find(({ type }) => type === 'conversation.released')).toMatchObject({
      actor: { kind: 'system' },
      detail: { fromOfficerName: ana.name, because: 'not-seen' },
    });
  });

  it('strips nobody who comes back from a tunnel', async () => {
    const ana = await officer();
    const id = await post();
    const bo = await officer();
    await later(2 * MINUTE, bo);
    await later(2 * MINUTE, bo, ana);
    await later(4 * MINUTE, bo);
    expect(await holder(id)).toMatchObject({ officerId: ana.id });
  });

  it('leaves what is being written, for the grace time from the last word', async () => {
    const ana = await officer();
    const id = await post();
    const bo = await officer();
    await later(2 * MINUTE, bo);
    await desk.dataSource.query(
      `INSERT INTO reply_draft (conversation_id, officer_id, version, body, updated_at) VALUES ($1, $2, 1, 'Dear', $3)`,
      [id, ana.id, desk.clock.now()],
    );
    await later(4 * MINUTE, bo);
    await later(0.8 * MINUTE, bo);
    expect(await holder(id)).toMatchObject({ officerId: ana.id });
    await later(MINUTE, bo);
    expect(await holder(id)).toMatchObject({ officerId: bo.id });
  });

  it('leaves what was claimed at an open console while the switch says away', async () => {
    const ana = await officer({ isAvailable: false });
    const id = await post();
    const asAna = await signIn(desk.api, ana.email);
    const { version } = (await asAna.get(`/api/conversations/${id}`)).body as ConversationView;
    await asAna.send('POST', `/api/conversations/${id}/claim`, { version });
    const bo = await officer();
    await later(10 * MINUTE, ana, bo);
    await later(10 * MINUTE, ana, bo);
    expect(await holder(id)).toMatchObject({ officerId: ana.id });
    await later(10 * MINUTE, bo);
    expect(await holder(id)).toMatchObject({ officerId: bo.id });
  });

  it('gives when the hours begin and takes back when they end', async () => {
    const dayMs = 1_440 * MINUTE;
    desk.clock.advance(dayMs - (desk.clock.now().getTime() % dayMs) + 60 * MINUTE);
    const weekday = desk.clock.now().getUTCDay() || 7;
    const ana = await officer({ workingHours: [{ weekday, from: 120, to: 180 }], timeZone: 'UTC' });
    const id = await post();
    await later(50 * MINUTE, ana);
    expect(await holder(id)).toMatchObject({ status: 'queued' });
    await later(15 * MINUTE, ana);
    expect(await holder(id)).toMatchObject({ officerId: ana.id });
    const bo = await officer();
    await later(60 * MINUTE, ana, bo);
    await later(5 * MINUTE, ana, bo);
    expect(await holder(id)).toMatchObject({ officerId: bo.id, reason: { takenBack: { because: 'off-hours' } } });
  });

  it("gives what an officer on holiday had to the stand-in, and the citizen's next message too", async () => {
    const ana = await officer();
    const author = { externalId: crypto.randomUUID(), name: 'Wang Fang' };
    const id = await post({ author });
    const zhao = await officer();
    await officer();
    await set(ana, { outFrom: desk.clock.now(), standInId: zhao.id });
    await desk.dataSource.query('UPDATE department SET leave_grace_minutes = 0 WHERE id = $1', [department.id]);
    await later(1, ana, zhao);
    expect(await holder(id)).toMatchObject({ officerId: zhao.id, reason: { rule: 'stand-in', standInForId: ana.id } });
  });

  it('gives another message of a citizen to who answered the first, while that officer is there', async () => {
    const ana = await officer();
    const author = { externalId: crypto.randomUUID(), name: 'Wang Fang' };
    const first = await post({ author });
    const asAna = await signIn(desk.api, ana.email);
    const { version } = (await asAna.get(`/api/conversations/${first}`)).body as ConversationView;
    const body = { version, replyId: crypto.randomUUID(), body: 'We have asked the bus company.' };
    expect((await asAna.send('POST', `/api/conversations/${first}/replies`, body)).status).toBe(201);
    await officer();
    await set(ana, { lastAssignedAt: new Date('2100-01-01') });
    expect(await holder(await post({ author }))).toMatchObject({
      officerId: ana.id,
      reason: { rule: 'answered-before' },
    });
    await set(ana, { isAvailable: false });
    expect(await holder(await post({ author }))).toMatchObject({ reason: { rule: 'least-loaded' } });
  });

  it('waits for who speaks the language, lets others pass, and falls back where nobody does', async () => {
    const french = await officer({ languages: ['fr'], isAvailable: false });
    const english = await officer({ languages: ['en'] });
    const inFrench = await post({ language: 'fr-CA' });
    expect(await holder(inFrench)).toMatchObject({ status: 'queued' });
    expect(await holder(await post({ language: 'en' }))).toMatchObject({ officerId: english.id });
    expect(await holder(await post({ language: 'de' }))).toMatchObject({
      officerId: english.id,
      reason: { language: { tag: 'de', isSpoken: false } },
    });
    await set(french, { isAvailable: true });
    await later(0);
    expect(await holder(inFrench)).toMatchObject({
      officerId: french.id,
      reason: { language: { tag: 'fr', isSpoken: true } },
    });
  });

  it('offers what lies behind more of another language than one look holds', async () => {
    await officer({ languages: ['fr'], isAvailable: false });
    await desk.dataSource.query(
      `INSERT INTO conversation (id, reference, department_id, channel_id, citizen_id, status, excerpt, language, version,
         opened_at, last_message_at, waiting_since)
       SELECT gen_random_uuid(), 'FR-' || n || $1::text, $1::uuid, c.channel_id, c.citizen_id, 'queued', 'x', 'fr', 1, now(), now(), now()
       FROM generate_series(1, 300) n, (SELECT * FROM conversation LIMIT 1) c`,
      [department.id],
    );
    const id = await post({ language: 'en' });
    expect(await holder(id)).toMatchObject({ status: 'queued' });
    const english = await officer({ languages: ['en'] });
    await later(0);
    expect(await holder(id)).toMatchObject({ officerId: english.id });
  });

  it('tells supervisors once that nobody took it, why, and stops when somebody has it', async () => {
    await desk.dataSource.query('UPDATE department SET escalate_after_minutes = 30 WHERE id = $1', [department.id]);
    const ana = await officer({ isAvailable: false });
    await officer({ capacity: 0 });
    const id = await post();
    await later(29 * MINUTE, ana);
    expect(await holder(id)).toMatchObject({ escalatedAt: null });
    await later(2 * MINUTE, ana);
    await later(2 * MINUTE, ana);
    const { escalatedAt } = await holder(id);
    expect(escalatedAt).toBeInstanceOf(Date);
    const events: { payload: object }[] = await desk.dataSource.query(
      `SELECT payload FROM conversation_event WHERE conversation_id = $1 AND type = 'conversation.escalated'`,
      [id],
    );
    expect(events).toEqual([{ payload: { blocked: { away: 1, 'not-seen': 1 } } }]);
    await set(ana, { isAvailable: true });
    await later(0, ana);
    expect(await holder(id)).toMatchObject({ status: 'assigned', escalatedAt: null });
  });

  it('does not escalate what came back a moment ago', async () => {
    await desk.dataSource.query(
      'UPDATE department SET escalate_after_minutes = 30, leave_grace_minutes = 0 WHERE id = $1',
      [department.id],
    );
    const ana = await officer();
    const id = await post();
    await later(40 * MINUTE);
    expect(await holder(id)).toMatchObject({ status: 'queued', escalatedAt: null });
    await later(31 * MINUTE);
    expect(await holder(id)).toMatchObject({ escalatedAt: expect.any(Date) });
    await later(0, ana);
    expect(await holder(id)).toMatchObject({ officerId: ana.id, reason: { rule: 'had-it-before' } });
  });
});
