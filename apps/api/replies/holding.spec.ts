import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ANSWER, ASKED, REASON, type Replying, startReplyDesk } from '../../../test/support/replying.js';

const SECOND = 1_000;
const DAY = 86_400 * SECOND;

describe('a holding reply', () => {
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

  it('says in public until when and why, and leaves everything else as it is', async () => {
    const before = await at.read();
    expect(await at.hold()).toMatchObject({ status: 201, body: { status: 'assigned' } });
    expect(await at.replies()).toMatchObject([{ replyKind: 'holding', body: '', holding: { reason: REASON } }]);
    expect(await at.read()).toMatchObject({
      status: 'assigned',
      waitingSince: before.waitingSince,
      firstAnsweredAt: null,
      askedAt: null,
      holding: { obstacle: 'extended-already' },
    });
    expect(await at.inView('queue')).toBe(true);
    const event = (await at.history()).at(-1);
    expect(event).toMatchObject({ type: 'reply.sent', detail: { kind: 'holding', until: expect.any(String) } });
    expect(JSON.stringify(event)).not.toContain(REASON);
    expect(await at.publicPage()).toContain(`because ${REASON}.`);
    expect(await at.publicPage('zh')).toContain(`原因：${REASON}。`);
  });

  it('extends once, also by two officers’ hands at the same moment and while the first one waits', async () => {
    await at.undoSeconds(60);
    const { lastEntryId } = await at.read();
    const both = await Promise.all([at.hold(9, { lastEntryId }), at.hold(8, { lastEntryId })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await at.hold(10)).toMatchObject({
      status: 409,
      body: { code: 'wrong-state', current: { why: 'extended-already' } },
    });
    await at.desk.passTime(61 * SECOND);
    expect(await at.hold(10)).toMatchObject({ status: 409, body: { current: { why: 'extended-already' } } });
    expect(await at.replies()).toHaveLength(1);
  });

  it('extends once also where it was closed since, and that was undone', async () => {
    await at.hold();
    await at.closedAndReopened();
    expect(await at.read()).toMatchObject({ status: 'assigned', holding: { obstacle: 'extended-already' } });
    expect(await at.hold(10)).toMatchObject({ status: 409, body: { current: { why: 'extended-already' } } });
  });

  it('can be sent again once it was taken back, and for what is asked after an answer', async () => {
    await at.undoSeconds(60);
    const { reply } = (await at.hold()).body as { reply: { id: string } };
    const back = await at.asAna.send('DELETE', `/api/conversations/${at.id}/replies/${reply.id}`);
    expect(back).toMatchObject({
      body: { draft: { body: '', kind: 'holding', holdingReason: REASON, holdingDate: expect.any(String) } },
    });
    await at.undoSeconds(0);
    expect(await at.hold()).toMatchObject({ status: 201 });
    await at.send({ body: ANSWER });
    expect(await at.hold()).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
    await at.writeAgain('It is dark again.');
    await at.act('claim');
    expect(await at.read()).toMatchObject({ holding: { obstacle: null } });
    expect(await at.hold()).toMatchObject({ status: 201 });
  });

  it.each([
    ['a day that is past', -1, 'must be in the future'],
    ['a day before the answer is promised', 2, 'is not after the time that is promised already'],
    ['a day later than the policy allows', 40, 'the policy adds at most 10 days'],
  ])('is refused for %s', async (_, days, reason) => {
    const answer = await at.hold(days);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'until' }] } });
    expect(JSON.stringify(answer.body)).toContain(reason);
    expect(await at.replies()).toEqual([]);
  });

  it('may name the last day that the screen names, and no minute more', async () => {
    const { holding } = await at.read();
    const latest = Date.parse(holding.latest);
    const more = (until: number) => at.hold(0, { until: new Date(until).toISOString() });
    expect(await more(latest + 1)).toMatchObject({ status: 422 });
    expect(await more(latest)).toMatchObject({ status: 201 });
  });

  it('needs a date and a reason, and no other reply has them', async () => {
    const until = at.inDays(9);
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
      expect(await at.send(order)).toMatchObject({ status: 422 });
    expect(await at.replies()).toEqual([]);
  });

  it('is not offered where the policy extends nothing', async () => {
    await at.promise(at.department, 0);
    expect(await at.read()).toMatchObject({ holding: { obstacle: 'not-allowed' } });
    expect(await at.hold()).toMatchObject({ status: 409, body: { current: { why: 'not-allowed' } } });
    await at.promise(at.department, 10);
  });

  it('moves the promise in time, and once only, and says so to everybody', async () => {
    const until = at.inDays(9);
    await at.hold(9, { until });
    expect(await at.read()).toMatchObject({ answerDueAt: until });
    const { body } = await at.asLead.get(`/api/conversations/${at.id}/deadlines`);
    expect(body).toMatchObject({ items: [{ kind: 'answer', dueAt: until, extendedUntil: until }] });
    expect(await at.publicPage()).toContain('The time was extended. It can be extended once only.');
  });

  it('comes too late where the promise is over: it is said, and the deadline stays missed', async () => {
    const { answerDueAt } = await at.read();
    await at.desk.passTime(8 * DAY);
    // Whoever is not seen for days has it no longer.
    await at.act('claim');
    expect(await at.hold(3)).toMatchObject({ status: 201 });
    expect(await at.read()).toMatchObject({ answerDueAt });
    const { body } = await at.asLead.get(`/api/conversations/${at.id}/deadlines`);
    expect(body).toMatchObject({ items: [{ isOverdue: true, extendedUntil: null }] });
    expect(JSON.stringify(body)).toContain('held-off-too-late');
    const page = await at.publicPage();
    expect(page).toContain('The department needs until');
    expect(page).not.toContain('The time was extended');
  });

  it('leaves each part of a merged conversation waiting as it did', async () => {
    const survivor = await at.received();
    await at.act('claim', {}, at.asBo, survivor.id);
    const before = await at.read();
    const { version: intoVersion } = await at.read(survivor.id);
    expect(await at.act('merge', { intoId: survivor.id, intoVersion }, at.asLead)).toMatchObject({ status: 200 });
    const until = at.inDays(9);
    const held = await at.send({ kind: 'holding', body: '', until, reason: REASON }, at.asBo, survivor.id);
    expect(held).toMatchObject({ status: 201 });
    expect(await at.act('unmerge', {}, at.asLead)).toMatchObject({ status: 200 });
    const { waitingSince } = before;
    expect(await at.read()).toMatchObject({
      status: expect.stringMatching(/^(queued|assigned)$/),
      waitingSince,
      firstAnsweredAt: null,
    });
    expect(await at.read(survivor.id)).toMatchObject({ status: 'assigned', waitingSince: expect.any(String) });
  });

  it('is found by its reason, and counts as no answer to whoever takes over or looks for one like it', async () => {
    await at.hold();
    const { body } = await at.asLead.get(`/api/inbox?view=all&q=${encodeURIComponent('spare part')}`);
    expect((body as { items: { id: string }[] }).items.map((row) => row.id)).toContain(at.id);
    expect(await at.act('transfer', { department: at.other.slug, note: 'Please go on.' })).toMatchObject({
      status: 200,
    });
    await at.act('claim', {}, at.asThere);
    await at.promise(at.other, 10);
    expect(await at.send({ kind: 'question', body: ASKED }, at.asThere)).toMatchObject({ status: 201 });
    expect(await at.read(at.id, at.asThere)).toMatchObject({ handover: { note: 'Please go on.' } });
    await at.send({ body: ANSWER }, at.asThere);
    expect(await at.read(at.id, at.asThere)).toMatchObject({ handover: null });
  });

  it('is corrected in the open, reason and all', async () => {
    await at.hold(9, { body: 'We are sorry.' });
    const [held] = await at.replies();
    const order = {
      version: 1,
      body: 'We are sorry.',
      holdingReason: 'the part is late',
      reason: 'A mistake',
      withholdEarlier: true,
    };
    const corrected = await at.asAna.send('POST', `/api/conversations/${at.id}/replies/${held?.id}/corrections`, order);
    expect(corrected).toMatchObject({ status: 200 });
    expect(await at.replies()).toMatchObject([
      { holding: { reason: 'the part is late' }, corrections: [{ earlierHoldingReason: REASON }] },
    ]);
    const page = await at.publicPage();
    expect(page).toContain('because the part is late.');
    expect(page).not.toContain(REASON);
  });

  it('stays in the draft as what it is to be', async () => {
    const path = `/api/conversations/${at.id}/draft`;
    const words = { body: '', kind: 'holding', holdingDate: '2027-01-05', holdingReason: REASON };
    expect(await at.asAna.send('PUT', path, { version: 0, ...words })).toMatchObject({
      status: 200,
      body: { version: 1 },
    });
    expect(await at.asAna.get(path)).toMatchObject({ body: { version: 1, ...words } });
    const { body: theirs } = await at.asBo.get(`/api/conversations/${at.id}/drafts/${at.staff.ana.id}`);
    expect(theirs).toMatchObject({ body: `2027-01-05 ${REASON}` });
    const taken = { version: 0, fromOfficerId: at.staff.ana.id };
    expect(await at.asBo.send('POST', `${path}/take-over`, taken)).toMatchObject({ status: 200, body: words });
    expect(await at.asAna.send('PUT', path, { version: 1, body: 'Dear Wang' })).toMatchObject({
      body: { ...words, body: 'Dear Wang' },
    });
    await at.send({ body: 'Dear Wang' });
    expect(await at.asAna.get(path)).toMatchObject({ body: { ...words, body: 'Dear Wang' } });
  });

  it('is empty once it was sent, and gives back the reason that was written over', async () => {
    const path = `/api/conversations/${at.id}/draft`;
    const until = at.inDays(9);
    const words = { body: '', kind: 'holding', holdingDate: until.slice(0, 10), holdingReason: REASON };
    await at.asAna.send('PUT', path, { version: 0, ...words });
    await at.asAna.send('PUT', path, { version: 1, ...words, holdingReason: '' });
    const { body } = await at.asAna.get(`${path}/earlier`);
    expect(body).toMatchObject({ items: [{ version: 1, body: expect.stringContaining(REASON) }] });
    await at.asAna.send('PUT', path, { version: 2, ...words });
    await at.hold(9, { until });
    expect(await at.asAna.get(path)).toMatchObject({ body: { body: '', kind: 'answer', holdingReason: '' } });
  });
});
