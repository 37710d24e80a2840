import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConversationView, HistoryEntry, ThreadEntry } from '#contracts/conversations.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, postAccepted, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;
const ASKED = 'At which house number is the lamp?';
const ANSWER = 'The lamp is repaired on Thursday morning.';
const REASON = 'the spare part comes from another city';

describe('replies that are no answers', () => {
  let desk: TestDesk;
  let department: Department;
  let other: Department;
  let asAna: OfficerClient;
  let asBo: OfficerClient;
  let asLead: OfficerClient;
  let asThere: OfficerClient;
  let officers: Officer[];
  let key: string;
  let id: string;
  let externalId: string;

  beforeAll(async () => {
    // Days pass in here.
    desk = await startDesk({ site: true, env: { SESSION_HOURS: '720' } });
    department = await buildDepartment(desk.dataSource);
    other = await buildDepartment(desk.dataSource);
    await promise(department, 10);
    ({ key } = await buildChannel(desk.dataSource));
    // Nobody is available, so that every conversation waits for a hand.
    officers = [
      await buildOfficer(desk.dataSource, { department, isAvailable: false }),
      await buildOfficer(desk.dataSource, { department, isAvailable: false }),
      await buildOfficer(desk.dataSource, { department, roles: ['supervisor'] }),
      await buildOfficer(desk.dataSource, { department: other, isAvailable: false }),
    ];
    await signAllIn();
  });
  const signAllIn = async () => {
    const clients: OfficerClient[] = [];
    for (const { email } of officers) clients.push(await signIn(desk.api, email));
    [asAna, asBo, asLead, asThere] = clients as [OfficerClient, OfficerClient, OfficerClient, OfficerClient];
  };
  afterAll(() => desk.close());
  beforeEach(async () => {
    await undoSeconds(0);
    ({ id, externalId } = await received());
    await act('claim', {}, asAna);
  });

  /** A week for every answer, which a holding reply puts off by so many days at most. */
  const promise = ({ id: departmentId }: Department, holdingDays: number) => {
    const rule = { classCode: null, priority: null, amount: 168, unit: 'hours', clock: 'calendar', atLatestDays: null };
    const rules = ['answer', 'next-answer'].map((kind) => ({ kind, ...rule }));
    const classes = [{ code: 'life', name: { en: 'Life and property', zh: '生命财产' } }];
    const policy = { classes, rules, holdingDays, warnAt: [0.5, 0.8, 1] };
    return desk.dataSource.query(
      `INSERT INTO deadline_policy_version (department_id, version, policy, why, created_at)
       SELECT $1, coalesce(max(version), 0) + 1, $2, 'spec', $3 FROM deadline_policy_version WHERE department_id = $1`,
      [departmentId, JSON.stringify(policy), desk.clock.now()],
    );
  };
  const undoSeconds = (seconds: number) =>
    asLead.send('PUT', `/api/departments/${department.slug}/undo`, { undoSeconds: seconds });
  const received = async (more: object = {}) => {
    const message = { department: department.slug, externalId: crypto.randomUUID(), ...more };
    const { conversationId } = await postAccepted(desk.api, key, message);
    await desk.drain();
    return { id: conversationId, externalId: message.externalId };
  };
  const writeAgain = (body: string) => received({ inReplyTo: externalId, body: `${body} ${letters()}` });
  const read = async (of = id, client = asLead) =>
    (await client.get(`/api/conversations/${of}`)).body as ConversationView;
  const act = async (verb: string, more: object = {}, client = asAna, of = id) => {
    const { version } = await read(of, client);
    const answer = await client.send('POST', `/api/conversations/${of}/${verb}`, { version, ...more });
    await desk.drain();
    return answer;
  };
  const send = async (more: object, client = asAna, of = id) => {
    const { lastEntryId } = await read(of, client);
    const order = { replyId: crypto.randomUUID(), lastEntryId, ...more };
    const answer = await client.send('POST', `/api/conversations/${of}/replies`, order);
    await desk.drain();
    return answer;
  };
  const ask = (client = asAna) => send({ kind: 'question', body: ASKED }, client);
  const inDays = (days: number) => new Date(desk.clock.now().getTime() + days * DAY).toISOString();
  const hold = (days = 9, more: object = {}) =>
    send({ kind: 'holding', body: '', until: inDays(days), reason: REASON, ...more });
  const replies = async () =>
    (await read()).thread.filter((entry): entry is Extract<ThreadEntry, { kind: 'reply' }> => entry.kind === 'reply');
  const history = async () =>
    ((await asLead.get(`/api/conversations/${id}/events`)).body as { items: HistoryEntry[] }).items;
  const inView = async (view: string) => {
    const { body } = await asLead.get(`/api/inbox?view=${view}&department=${department.slug}&limit=100`);
    return (body as { items: { id: string }[] }).items.some((row) => row.id === id);
  };
  const trackingPage = async () => {
    const token = crypto.randomUUID();
    const hash = createHash('sha256').update(token).digest();
    await desk.dataSource.query('UPDATE conversation SET tracking_hash = $2 WHERE id = $1', [id, hash]);
    return async () => {
      const response = await fetch(`${desk.site}/track/${token}?lang=en`);
      return (await response.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    };
  };
  const closeAndUndo = async () => {
    const { version } = await read();
    const bulkId = crypto.randomUUID();
    const order = {
      id: bulkId,
      order: { act: 'close', reason: 'Spam.' },
      selection: { conversations: [{ id, version }] },
    };
    expect(await asLead.send('POST', '/api/bulk', order)).toMatchObject({ status: 202 });
    await desk.drain();
    expect(await read()).toMatchObject({ status: 'closed' });
    await asLead.send('POST', `/api/bulk/${bulkId}/undo`, { id: crypto.randomUUID() });
    await desk.drain();
    expect(await read()).toMatchObject({ status: 'assigned' });
  };
  const publicPage = async (language = 'en') => {
    const response = await fetch(`${desk.site}/conversations/${(await read()).reference}?lang=${language}`);
    return (await response.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  };

  describe('a question', () => {
    it('leaves the conversation with its officer, out of the lists, while nobody of the desk is awaited', async () => {
      expect(await ask()).toMatchObject({ status: 201, body: { status: 'assigned', reply: { state: 'sent' } } });
      const asked = await read();
      expect(asked).toMatchObject({
        status: 'assigned',
        waitingSince: null,
        answerDueAt: null,
        firstAnsweredAt: null,
        askedAt: expect.any(String),
        snoozedUntilMessage: true,
        assignment: { officer: { name: expect.any(String) } },
        holding: { obstacle: 'nobody-waits' },
      });
      expect(await replies()).toMatchObject([{ replyKind: 'question', body: ASKED, holding: null }]);
      expect([await inView('queue'), await inView('snoozed')]).toEqual([false, true]);
      expect((await history()).at(-1)).toMatchObject({
        type: 'reply.sent',
        detail: { kind: 'question', isAsked: true },
      });
      expect(await publicPage()).toContain('Waiting for the citizen');
      expect(await publicPage('zh')).toContain('等待市民回复');
    });

    it('ends with the citizen’s next message: somebody waits again, in the same hand', async () => {
      await ask();
      const before = desk.clock.now();
      await desk.passTime(2 * DAY);
      await writeAgain('It is at the corner.');
      expect(await read()).toMatchObject({ status: 'assigned', askedAt: null, snoozedUntil: null });
      expect(Date.parse((await read()).waitingSince ?? '')).toBeGreaterThan(before.getTime());
      expect(await inView('queue')).toBe(true);
      expect(await publicPage()).toContain('With an officer');
    });

    it('ends with an answer, and with closing', async () => {
      await ask();
      expect(await send({ body: ANSWER })).toMatchObject({ status: 201, body: { status: 'answered' } });
      expect(await read()).toMatchObject({ askedAt: null, snoozedUntil: null, firstAnsweredAt: expect.any(String) });
      ({ id, externalId } = await received());
      await act('claim');
      await ask();
      expect(await act('close', { reason: 'It was a mistake.' })).toMatchObject({
        status: 200,
        body: { status: 'closed' },
      });
      expect(await read()).toMatchObject({ askedAt: null, snoozedUntil: null, waitingSince: null });
    });

    it('stays asked where an officer looks at it before its time, and comes back by itself after thirty days', async () => {
      await ask();
      await act('wake');
      expect(await read()).toMatchObject({ snoozedUntil: null, askedAt: expect.any(String), waitingSince: null });
      await ask();
      await desk.passTime(31 * DAY);
      await signAllIn();
      expect(await read()).toMatchObject({ snoozedUntil: null, askedAt: expect.any(String), waitingSince: null });
    });

    it('that crosses with a message of the citizen stops nothing: there is something to read first', async () => {
      await undoSeconds(60);
      const { waitingSince } = await read();
      expect(await ask()).toMatchObject({ status: 201, body: { reply: { state: 'waiting' } } });
      expect(await read()).toMatchObject({ askedAt: null, waitingSince });
      await writeAgain('By the way, it is at number nine.');
      await desk.passTime(61 * SECOND);
      expect(await replies()).toMatchObject([{ replyKind: 'question', state: 'sent' }]);
      expect(await read()).toMatchObject({ status: 'assigned', askedAt: null, snoozedUntil: null, waitingSince });
      const sent = (await history()).findLast(({ type }) => type === 'reply.sent');
      expect(sent).toMatchObject({ detail: { kind: 'question', isAsked: false } });
    });

    it('that crosses with a message is no question to the citizen either, on both pages', async () => {
      await undoSeconds(60);
      const track = await trackingPage();
      await ask();
      await desk.passTime(5 * SECOND);
      await writeAgain('By the way, it is at number nine.');
      await desk.passTime(61 * SECOND);
      for (const page of [await publicPage(), await track()]) {
        expect(page).toContain(ASKED);
        expect(page).toContain('With an officer');
        expect(page).not.toMatch(/Waiting for (the citizen|you)/);
      }
      await undoSeconds(0);
      await ask();
      expect(await publicPage()).toContain('Waiting for the citizen');
      expect(await track()).not.toContain('With an officer');
    });

    it('is taken back into the draft as a question', async () => {
      await undoSeconds(60);
      const { body } = await ask();
      const { reply } = body as { reply: { id: string } };
      const back = await asAna.send('DELETE', `/api/conversations/${id}/replies/${reply.id}`);
      expect(back).toMatchObject({ status: 200, body: { draft: { body: ASKED, kind: 'question' } } });
      await desk.passTime(61 * SECOND);
      expect(await read()).toMatchObject({ askedAt: null, waitingSince: expect.any(String) });
    });

    it('leaves also where its officer lost the account meanwhile; then nobody has it, and it sleeps in the queue', async () => {
      await undoSeconds(60);
      ({ id, externalId } = await received());
      await act('claim', {}, asBo);
      expect(await ask(asBo)).toMatchObject({ status: 201 });
      const isActive = (yes: boolean) =>
        desk.dataSource.query('UPDATE officer SET is_active = $2 WHERE id = $1', [officers[1]?.id, yes]);
      await isActive(false);
      await desk.passTime(61 * SECOND);
      await isActive(true);
      expect(await read()).toMatchObject({ status: 'queued', askedAt: expect.any(String), snoozedUntilMessage: true });
      expect((await history()).slice(-2).map(({ type }) => type)).toEqual(['reply.sent', 'conversation.released']);
      await writeAgain('It is at the corner.');
      expect(await read()).toMatchObject({ status: 'queued', askedAt: null, waitingSince: expect.any(String) });
    });

    it('is one reply, however often it is sent, and never another one under the same id', async () => {
      const order = { replyId: crypto.randomUUID(), kind: 'question', body: ASKED };
      expect(await send(order)).toMatchObject({ status: 201 });
      expect(await send(order)).toMatchObject({ status: 201 });
      expect(await replies()).toHaveLength(1);
      const asAnswer = await send({ ...order, kind: 'answer' });
      expect(asAnswer).toMatchObject({ status: 422, body: { errors: [{ field: 'replyId' }] } });
    });

    it('is not sent over what a colleague or the citizen has written since', async () => {
      const { lastEntryId } = await read();
      await writeAgain('And it smells of gas.');
      expect(await send({ kind: 'question', body: ASKED, lastEntryId })).toMatchObject({
        status: 409,
        body: { code: 'something-new' },
      });
      expect(await read()).toMatchObject({ askedAt: null });
    });

    it('is asked by whoever has the conversation, and where it is in hand', async () => {
      expect(await ask(asBo)).toMatchObject({ status: 403 });
      await send({ body: ANSWER });
      expect(await ask()).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
    });

    it('goes along with a transfer, which brings it before the eyes of the other department', async () => {
      await ask();
      expect(await act('transfer', { department: other.slug })).toMatchObject({ status: 200 });
      const there = await read(id, asThere);
      expect(there).toMatchObject({
        status: 'queued',
        askedAt: expect.any(String),
        waitingSince: null,
        snoozedUntil: null,
      });
      await writeAgain('It is at the corner.');
      expect(await read(id, asThere)).toMatchObject({
        status: 'queued',
        askedAt: null,
        waitingSince: expect.any(String),
      });
    });

    it('is carried on where its conversation is merged, and given back when it is taken out', async () => {
      const survivor = await received();
      await act('claim', {}, asBo, survivor.id);
      await send({ body: ANSWER }, asBo, survivor.id);
      await ask();
      const { askedAt } = await read();
      const { version: intoVersion } = await read(survivor.id);
      expect(await act('merge', { intoId: survivor.id, intoVersion })).toMatchObject({ status: 200 });
      expect(await read(survivor.id)).toMatchObject({
        status: 'assigned',
        askedAt,
        waitingSince: null,
        snoozedUntilMessage: true,
      });
      expect(await act('unmerge', {}, asLead)).toMatchObject({ status: 200 });
      expect(await read(survivor.id)).toMatchObject({ status: 'answered', askedAt: null, snoozedUntil: null });
      expect(await read()).toMatchObject({
        status: 'assigned',
        askedAt,
        waitingSince: null,
        snoozedUntilMessage: true,
      });
    });

    it('is answered in the conversation in which it is carried on', async () => {
      const survivor = await received();
      await act('claim', {}, asBo, survivor.id);
      await send({ body: ANSWER }, asBo, survivor.id);
      await ask();
      const { version: intoVersion } = await read(survivor.id);
      await act('merge', { intoId: survivor.id, intoVersion });
      await writeAgain('It is at the corner.');
      expect(await read(survivor.id)).toMatchObject({
        askedAt: null,
        waitingSince: expect.any(String),
        snoozedUntil: null,
      });
    });

    it('takes its place again where closing is taken back in bulk', async () => {
      await ask();
      const { askedAt, version } = await read();
      const bulkId = crypto.randomUUID();
      const selection = { conversations: [{ id, version }] };
      const order = { id: bulkId, order: { act: 'close', reason: 'Spam.' }, selection };
      expect(await asLead.send('POST', '/api/bulk', order)).toMatchObject({ status: 202 });
      await desk.drain();
      expect(await read()).toMatchObject({ status: 'closed', askedAt: null });
      await asLead.send('POST', `/api/bulk/${bulkId}/undo`, { id: crypto.randomUUID() });
      await desk.drain();
      expect(await read()).toMatchObject({
        status: 'assigned',
        askedAt,
        waitingSince: null,
        snoozedUntilMessage: true,
      });
    });
  });

  describe('a holding reply', () => {
    it('says in public until when and why, and leaves everything else as it is', async () => {
      const before = await read();
      expect(await hold()).toMatchObject({ status: 201, body: { status: 'assigned' } });
      expect(await replies()).toMatchObject([{ replyKind: 'holding', body: '', holding: { reason: REASON } }]);
      expect(await read()).toMatchObject({
        status: 'assigned',
        waitingSince: before.waitingSince,
        firstAnsweredAt: null,
        askedAt: null,
        holding: { obstacle: 'extended-already' },
      });
      expect(await inView('queue')).toBe(true);
      const event = (await history()).at(-1);
      expect(event).toMatchObject({ type: 'reply.sent', detail: { kind: 'holding', until: expect.any(String) } });
      expect(JSON.stringify(event)).not.toContain(REASON);
      expect(await publicPage()).toContain(`because ${REASON}.`);
      expect(await publicPage('zh')).toContain(`原因：${REASON}。`);
    });

    it('extends once, also by two officers’ hands at the same moment and while the first one waits', async () => {
      await undoSeconds(60);
      const { lastEntryId } = await read();
      const both = await Promise.all([hold(9, { lastEntryId }), hold(8, { lastEntryId })]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(await hold(10)).toMatchObject({
        status: 409,
        body: { code: 'wrong-state', current: { why: 'extended-already' } },
      });
      await desk.passTime(61 * SECOND);
      expect(await hold(10)).toMatchObject({ status: 409, body: { current: { why: 'extended-already' } } });
      expect(await replies()).toHaveLength(1);
    });

    it('extends once also where it was closed since, and that was undone', async () => {
      await hold();
      await closeAndUndo();
      expect(await read()).toMatchObject({ holding: { obstacle: 'extended-already' } });
      expect(await hold(10)).toMatchObject({ status: 409, body: { current: { why: 'extended-already' } } });
    });

    it('can be sent again once it was taken back, and for what is asked after an answer', async () => {
      await undoSeconds(60);
      const { reply } = (await hold()).body as { reply: { id: string } };
      const back = await asAna.send('DELETE', `/api/conversations/${id}/replies/${reply.id}`);
      expect(back).toMatchObject({
        body: { draft: { body: '', kind: 'holding', holdingReason: REASON, holdingDate: expect.any(String) } },
      });
      await undoSeconds(0);
      expect(await hold()).toMatchObject({ status: 201 });
      await send({ body: ANSWER });
      expect(await hold()).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
      await writeAgain('It is dark again.');
      await act('claim');
      expect(await read()).toMatchObject({ holding: { obstacle: null } });
      expect(await hold()).toMatchObject({ status: 201 });
    });

    it.each([
      ['a day that is past', -1, 'must be in the future'],
      ['a day before the answer is promised', 2, 'is not after the time that is promised already'],
      ['a day later than the policy allows', 40, 'the policy adds at most 10 days'],
    ])('is refused for %s', async (_, days, reason) => {
      const answer = await hold(days);
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'until' }] } });
      expect(JSON.stringify(answer.body)).toContain(reason);
      expect(await replies()).toEqual([]);
    });

    it('may name the last day that the screen names, and no minute more', async () => {
      const { holding } = await read();
      const latest = Date.parse(holding.latest);
      const more = (until: number) => hold(0, { until: new Date(until).toISOString() });
      expect(await more(latest + 1)).toMatchObject({ status: 422 });
      expect(await more(latest)).toMatchObject({ status: 201 });
    });

    it('needs a date and a reason, and no other reply has them', async () => {
      const until = inDays(9);
      for (const order of [
        { kind: 'holding', body: ANSWER },
        { kind: 'holding', body: ANSWER, until },
        { kind: 'holding', body: ANSWER, until, reason: '   ' },
        { kind: 'holding', body: '', until, reason: 'x'.repeat(501) },
        { kind: 'question', body: ASKED, until, reason: REASON },
        { body: ANSWER, reason: REASON },
        { kind: 'question', body: ' ' },
        { body: '' },
        { kind: 'chat', body: ANSWER },
      ])
        expect(await send(order)).toMatchObject({ status: 422 });
      expect(await replies()).toEqual([]);
    });

    it('is not offered where the policy extends nothing', async () => {
      await promise(department, 0);
      expect(await read()).toMatchObject({ holding: { obstacle: 'not-allowed' } });
      expect(await hold()).toMatchObject({ status: 409, body: { current: { why: 'not-allowed' } } });
      await promise(department, 10);
    });

    it('moves the promise in time, and once only, and says so to everybody', async () => {
      const until = inDays(9);
      await hold(9, { until });
      expect(await read()).toMatchObject({ answerDueAt: until });
      const { body } = await asLead.get(`/api/conversations/${id}/deadlines`);
      expect(body).toMatchObject({ items: [{ kind: 'answer', dueAt: until, extendedUntil: until }] });
      expect(await publicPage()).toContain('The time was extended. It can be extended once only.');
    });

    it('comes too late where the promise is over: it is said, and the deadline stays missed', async () => {
      const { answerDueAt } = await read();
      await desk.passTime(8 * DAY);
      // Whoever is not seen for days has it no longer.
      await act('claim');
      expect(await hold(3)).toMatchObject({ status: 201 });
      expect(await read()).toMatchObject({ answerDueAt });
      const { body } = await asLead.get(`/api/conversations/${id}/deadlines`);
      expect(body).toMatchObject({ items: [{ isOverdue: true, extendedUntil: null }] });
      expect(JSON.stringify(body)).toContain('held-off-too-late');
      const page = await publicPage();
      expect(page).toContain('The department needs until');
      expect(page).not.toContain('The time was extended');
    });

    it('leaves each part of a merged conversation waiting as it did', async () => {
      const survivor = await received();
      await act('claim', {}, asBo, survivor.id);
      const before = await read();
      const { version: intoVersion } = await read(survivor.id);
      expect(await act('merge', { intoId: survivor.id, intoVersion }, asLead)).toMatchObject({ status: 200 });
      const until = inDays(9);
      const held = await send({ kind: 'holding', body: '', until, reason: REASON }, asBo, survivor.id);
      expect(held).toMatchObject({ status: 201 });
      expect(await act('unmerge', {}, asLead)).toMatchObject({ status: 200 });
      const { waitingSince } = before;
      expect(await read()).toMatchObject({
        status: expect.stringMatching(/^(queued|assigned)$/),
        waitingSince,
        firstAnsweredAt: null,
      });
      expect(await read(survivor.id)).toMatchObject({ status: 'assigned', waitingSince: expect.any(String) });
    });

    it('is found by its reason, and counts as no answer to whoever takes over or looks for one like it', async () => {
      await hold();
      const { body } = await asLead.get(`/api/inbox?view=all&q=${encodeURIComponent('spare part')}`);
      expect((body as { items: { id: string }[] }).items.map((row) => row.id)).toContain(id);
      expect(await act('transfer', { department: other.slug, note: 'Please go on.' })).toMatchObject({ status: 200 });
      await act('claim', {}, asThere);
      await promise(other, 10);
      expect(await send({ kind: 'question', body: ASKED }, asThere)).toMatchObject({ status: 201 });
      expect(await read(id, asThere)).toMatchObject({ handover: { note: 'Please go on.' } });
      await send({ body: ANSWER }, asThere);
      expect(await read(id, asThere)).toMatchObject({ handover: null });
    });

    it('is corrected in the open, reason and all', async () => {
      await hold(9, { body: 'We are sorry.' });
      const [held] = await replies();
      const order = {
        version: 1,
        body: 'We are sorry.',
        holdingReason: 'the part is late',
        reason: 'A mistake',
        withholdEarlier: true,
      };
      const corrected = await asAna.send('POST', `/api/conversations/${id}/replies/${held?.id}/corrections`, order);
      expect(corrected).toMatchObject({ status: 200 });
      expect(await replies()).toMatchObject([
        { holding: { reason: 'the part is late' }, corrections: [{ earlierHoldingReason: REASON }] },
      ]);
      const page = await publicPage();
      expect(page).toContain('because the part is late.');
      expect(page).not.toContain(REASON);
    });

    it('stays in the draft as what it is to be', async () => {
      const path = `/api/conversations/${id}/draft`;
      const words = { body: '', kind: 'holding', holdingDate: '2027-01-05', holdingReason: REASON };
      expect(await asAna.send('PUT', path, { version: 0, ...words })).toMatchObject({
        status: 200,
        body: { version: 1 },
      });
      expect(await asAna.get(path)).toMatchObject({ body: { version: 1, ...words } });
      const { body: theirs } = await asBo.get(`/api/conversations/${id}/drafts/${officers[0]?.id}`);
      expect(theirs).toMatchObject({ body: `2027-01-05 ${REASON}` });
      const taken = { version: 0, fromOfficerId: officers[0]?.id };
      expect(await asBo.send('POST', `${path}/take-over`, taken)).toMatchObject({ status: 200, body: words });
      expect(await asAna.send('PUT', path, { version: 1, body: 'Dear Wang' })).toMatchObject({
        body: { ...words, body: 'Dear Wang' },
      });
      await send({ body: 'Dear Wang' });
      expect(await asAna.get(path)).toMatchObject({ body: { ...words, body: 'Dear Wang' } });
    });

    it('is empty once it was sent, and gives back the reason that was written over', async () => {
      const path = `/api/conversations/${id}/draft`;
      const until = inDays(9);
      const words = { body: '', kind: 'holding', holdingDate: until.slice(0, 10), holdingReason: REASON };
      await asAna.send('PUT', path, { version: 0, ...words });
      await asAna.send('PUT', path, { version: 1, ...words, holdingReason: '' });
      const { body } = await asAna.get(`${path}/earlier`);
      expect(body).toMatchObject({ items: [{ version: 1, body: expect.stringContaining(REASON) }] });
      await asAna.send('PUT', path, { version: 2, ...words });
      await hold(9, { until });
      expect(await asAna.get(path)).toMatchObject({ body: { body: '', kind: 'answer', holdingReason: '' } });
    });
  });
});

const letters = () => crypto.randomUUID().replace(/[\d-]/g, 'x');
