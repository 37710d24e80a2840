import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ANSWER, ASKED, type Replying, startReplyDesk } from '../../../test/support/replying.js';

const SECOND = 1_000;
const DAY = 86_400 * SECOND;

describe('a question', () => {
  let at: Replying;

  beforeAll(async () => {
    at = await startReplyDesk();
    await at.promise(at.department, 10);
  });
  afterAll(() => at.desk.close());
  beforeEach(async () => {
    await at.undoSeconds(0);
    await at.opened();
  });

  it('leaves the conversation with its officer, out of the lists, while nobody of the desk is awaited', async () => {
    expect(await at.ask()).toMatchObject({ status: 201, body: { status: 'assigned', reply: { state: 'sent' } } });
    const asked = await at.read();
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
    expect(await at.replies()).toMatchObject([{ replyKind: 'question', body: ASKED, holding: null }]);
    expect([await at.inView('queue'), await at.inView('snoozed')]).toEqual([false, true]);
    expect((await at.history()).at(-1)).toMatchObject({
      type: 'reply.sent',
      detail: { kind: 'question', isAsked: true },
    });
    expect(await at.publicPage()).toContain('Waiting for the citizen');
    expect(await at.publicPage('zh')).toContain('等待市民回复');
  });

  it('ends with the citizen’s next message: somebody waits again, in the same hand', async () => {
    await at.ask();
    const before = at.desk.clock.now();
    await at.desk.passTime(2 * DAY);
    await at.writeAgain('It is at the corner.');
    expect(await at.read()).toMatchObject({ status: 'assigned', askedAt: null, snoozedUntil: null });
    expect(Date.parse((await at.read()).waitingSince ?? '')).toBeGreaterThan(before.getTime());
    expect(await at.inView('queue')).toBe(true);
    expect(await at.publicPage()).toContain('With an officer');
  });

  it('ends with an answer, and with closing', async () => {
    await at.ask();
    expect(await at.send({ body: ANSWER })).toMatchObject({ status: 201, body: { status: 'answered' } });
    expect(await at.read()).toMatchObject({ askedAt: null, snoozedUntil: null, firstAnsweredAt: expect.any(String) });
    await at.opened();
    await at.ask();
    expect(await at.act('close', { reason: 'It was a mistake.' })).toMatchObject({
      status: 200,
      body: { status: 'closed' },
    });
    expect(await at.read()).toMatchObject({ askedAt: null, snoozedUntil: null, waitingSince: null });
  });

  it('stays asked where an officer looks at it before its time, and comes back by itself after thirty days', async () => {
    await at.ask();
    await at.act('wake');
    expect(await at.read()).toMatchObject({ snoozedUntil: null, askedAt: expect.any(String), waitingSince: null });
    await at.ask();
    await at.desk.passTime(31 * DAY);
    await at.signAllIn();
    expect(await at.read()).toMatchObject({ snoozedUntil: null, askedAt: expect.any(String), waitingSince: null });
  });

  it('that crosses with a message of the citizen stops nothing: there is something to read first', async () => {
    await at.undoSeconds(60);
    const { waitingSince } = await at.read();
    expect(await at.ask()).toMatchObject({ status: 201, body: { reply: { state: 'waiting' } } });
    expect(await at.read()).toMatchObject({ askedAt: null, waitingSince });
    await at.writeAgain('By the way, it is at number nine.');
    await at.desk.passTime(61 * SECOND);
    expect(await at.replies()).toMatchObject([{ replyKind: 'question', state: 'sent' }]);
    expect(await at.read()).toMatchObject({ status: 'assigned', askedAt: null, snoozedUntil: null, waitingSince });
    const sent = (await at.history()).findLast(({ type }) => type === 'reply.sent');
    expect(sent).toMatchObject({ detail: { kind: 'question', isAsked: false } });
  });

  it('that crosses with a message is no question to the citizen either, on both pages', async () => {
    await at.undoSeconds(60);
    const track = await at.trackingPage();
    await at.ask();
    await at.desk.passTime(5 * SECOND);
    await at.writeAgain('By the way, it is at number nine.');
    await at.desk.passTime(61 * SECOND);
    for (const page of [await at.publicPage(), await track()]) {
      expect(page).toContain(ASKED);
      expect(page).toContain('With an officer');
      expect(page).not.toMatch(/Waiting for (the citizen|you)/);
    }
    await at.undoSeconds(0);
    await at.ask();
    expect(await at.publicPage()).toContain('Waiting for the citizen');
    expect(await track()).not.toContain('With an officer');
  });

  it('is taken back into the draft as a question', async () => {
    await at.undoSeconds(60);
    const { body } = await at.ask();
    const { reply } = body as { reply: { id: string } };
    const back = await at.asAna.send('DELETE', `/api/conversations/${at.id}/replies/${reply.id}`);
    expect(back).toMatchObject({ status: 200, body: { draft: { body: ASKED, kind: 'question' } } });
    await at.desk.passTime(61 * SECOND);
    expect(await at.read()).toMatchObject({ askedAt: null, waitingSince: expect.any(String) });
  });

  it('leaves also where its officer lost the account meanwhile; then nobody has it, and it sleeps in the queue', async () => {
    await at.undoSeconds(60);
    await at.queued();
    await at.act('claim', {}, at.asBo);
    expect(await at.ask(at.asBo)).toMatchObject({ status: 201 });
    const isActive = (yes: boolean) =>
      at.desk.dataSource.query('UPDATE officer SET is_active = $2 WHERE id = $1', [at.staff.bo.id, yes]);
    await isActive(false);
    await at.desk.passTime(61 * SECOND);
    await isActive(true);
    expect(await at.read()).toMatchObject({ status: 'queued', askedAt: expect.any(String), snoozedUntilMessage: true });
    expect((await at.history()).slice(-2).map(({ type }) => type)).toEqual(['reply.sent', 'conversation.released']);
    await at.writeAgain('It is at the corner.');
    expect(await at.read()).toMatchObject({ status: 'queued', askedAt: null, waitingSince: expect.any(String) });
  });

  it('is one reply, however often it is sent, and never another one under the same id', async () => {
    const order = { replyId: crypto.randomUUID(), kind: 'question', body: ASKED };
    expect(await at.send(order)).toMatchObject({ status: 201 });
    expect(await at.send(order)).toMatchObject({ status: 201 });
    expect(await at.replies()).toHaveLength(1);
    const asAnswer = await at.send({ ...order, kind: 'answer' });
    expect(asAnswer).toMatchObject({ status: 422, body: { errors: [{ field: 'replyId' }] } });
  });

  it('is not sent over what a colleague or the citizen has written since', async () => {
    const { lastEntryId } = await at.read();
    await at.writeAgain('And it smells of gas.');
    expect(await at.send({ kind: 'question', body: ASKED, lastEntryId })).toMatchObject({
      status: 409,
      body: { code: 'something-new' },
    });
    expect(await at.read()).toMatchObject({ askedAt: null });
  });

  it('is asked by whoever has the conversation, and where it is in hand', async () => {
    expect(await at.ask(at.asBo)).toMatchObject({ status: 403 });
    await at.send({ body: ANSWER });
    expect(await at.ask()).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
  });

  it('goes along with a transfer, which brings it before the eyes of the other department', async () => {
    await at.ask();
    expect(await at.act('transfer', { department: at.other.slug })).toMatchObject({ status: 200 });
    const there = await at.read(at.id, at.asThere);
    expect(there).toMatchObject({
      status: 'queued',
      askedAt: expect.any(String),
      waitingSince: null,
      snoozedUntil: null,
    });
    await at.writeAgain('It is at the corner.');
    expect(await at.read(at.id, at.asThere)).toMatchObject({
      status: 'queued',
      askedAt: null,
      waitingSince: expect.any(String),
    });
  });

  it('is carried on where its conversation is merged, and given back when it is taken out', async () => {
    const survivor = await at.received();
    await at.act('claim', {}, at.asBo, survivor.id);
    await at.send({ body: ANSWER }, at.asBo, survivor.id);
    await at.ask();
    const { askedAt } = await at.read();
    const { version: intoVersion } = await at.read(survivor.id);
    expect(await at.act('merge', { intoId: survivor.id, intoVersion })).toMatchObject({ status: 200 });
    expect(await at.read(survivor.id)).toMatchObject({
      status: 'assigned',
      askedAt,
      waitingSince: null,
      snoozedUntilMessage: true,
    });
    expect(await at.act('unmerge', {}, at.asLead)).toMatchObject({ status: 200 });
    expect(await at.read(survivor.id)).toMatchObject({ status: 'answered', askedAt: null, snoozedUntil: null });
    expect(await at.read()).toMatchObject({
      status: 'assigned',
      askedAt,
      waitingSince: null,
      snoozedUntilMessage: true,
    });
  });

  it('is answered in the conversation in which it is carried on', async () => {
    const survivor = await at.received();
    await at.act('claim', {}, at.asBo, survivor.id);
    await at.send({ body: ANSWER }, at.asBo, survivor.id);
    await at.ask();
    const { version: intoVersion } = await at.read(survivor.id);
    await at.act('merge', { intoId: survivor.id, intoVersion });
    await at.writeAgain('It is at the corner.');
    expect(await at.read(survivor.id)).toMatchObject({
      askedAt: null,
      waitingSince: expect.any(String),
      snoozedUntil: null,
    });
  });

  it('takes its place again where closing is taken back in bulk', async () => {
    await at.ask();
    const { askedAt } = await at.read();
    await at.closedAndReopened();
    expect(await at.read()).toMatchObject({
      status: 'assigned',
      askedAt,
      waitingSince: null,
      snoozedUntilMessage: true,
    });
  });
});
