import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ModeratingDesk } from '../../../test/support/moderating.js';

describe('decisions on a message', () => {
  let at: ModeratingDesk;

  beforeAll(async () => {
    at = await ModeratingDesk.start();
  });
  afterAll(() => at.close());

  const held = () => at.post({ body: `Call me on 13800138000 about lamp ${randomUUID().replace(/\d/g, 'x')}.` });
  const shown = () => at.post({ title: 'A lamp is out', body: 'The lamp at the school has been out for weeks.' });

  describe('rejecting', () => {
    it('closes what the message opened, asks no officer, and shows nothing', async () => {
      const { conversationId, messageId, reference } = await held();
      const answer = await at.decide(messageId, { decision: 'reject', reason: 'spam' });
      expect(answer).toMatchObject({ status: 201, body: { state: 'rejected' } });
      expect(await at.read(conversationId)).toMatchObject({
        ...{ status: 'closed', assignment: null, waitingSince: null, answerDueAt: null, publicUrl: null },
        thread: [{ state: 'rejected' }],
      });
      expect((await at.site(`/conversations/${reference}`)).status).toBe(404);
      const types = (await at.history(conversationId)).map(({ type }) => type);
      expect(types).toEqual(['message.received', 'message.held', 'message.rejected']);
    });

    it('is no case: what was promised ends cancelled, and no figure counts it', async () => {
      const { conversationId, messageId } = await held();
      await at.decide(messageId, { decision: 'reject', reason: 'spam' });
      const { body } = await at.people.officer.get(`/api/conversations/${conversationId}/deadlines`);
      const { items } = body as { items: { outcome: string }[] };
      expect(new Set(items.map(({ outcome }) => outcome))).toEqual(new Set(['cancelled']));
      await at.desk.passTime(2_000);
      const measured: unknown[] = await at.desk.dataSource.query(
        'SELECT measure FROM measurement WHERE conversation_id = $1',
        [conversationId],
      );
      expect(measured).toEqual([]);
    });

    it('is taken back by restoring: then it goes to an officer, and the promise counts from now', async () => {
      const { conversationId, messageId } = await held();
      await at.decide(messageId, { decision: 'reject', reason: 'spam' });
      at.desk.clock.advance(10_000);
      const now = at.desk.clock.now().getTime();
      await at.decide(messageId, { decision: 'restore', reason: 'decided-wrongly' });
      const view = await at.read(conversationId);
      expect(view).toMatchObject({ status: 'assigned', thread: [{ state: 'visible' }] });
      const promised = Date.parse(view.answerDueAt ?? '') - now;
      expect(Math.round(promised / 5_000)).toBe((168 * 3_600) / 5);
    });

    it('of a further message leaves the conversation as it is', async () => {
      const externalId = randomUUID();
      const { conversationId } = await at.post({ externalId, body: 'When is the bath open in the winter months?' });
      const further = await at.post({ inReplyTo: externalId, body: 'Cheap credit, call 13800138000!' });
      const before = await at.read(conversationId);
      await at.decide(further.messageId, { decision: 'reject', reason: 'spam' });
      const { status, waitingSince, answerDueAt } = before;
      expect(await at.read(conversationId)).toMatchObject({ status, waitingSince, answerDueAt });
    });
  });

  it('tells the author what the desk held by itself, and that nobody has read it yet', async () => {
    const { conversationId, messageId } = await held();
    const track = await at.trackingPage(conversationId);
    const text = await track();
    for (const words of ['a mobile number', 'found and decided by automatic means', 'Nothing is final yet']) {
      expect(text).toContain(words);
    }
    await at.desk.dataSource.query(`UPDATE moderation_decision SET findings = '[]' WHERE message_id = $1`, [messageId]);
    expect(await track()).not.toContain('A person read your message');
    await at.decide(messageId, { decision: 'reject', reason: 'spam' });
    const rejected = await track();
    for (const words of ['was not taken up', 'A person decided|A person read', '20 days']) {
      expect(rejected).toMatch(new RegExp(words));
    }
  });

  describe('holding what is public', () => {
    it('takes it off the site at once, and publishing puts it back', async () => {
      const { messageId, reference } = await shown();
      expect((await at.site(`/conversations/${reference}`)).status).toBe(200);
      await at.decide(messageId, { decision: 'hold', reason: 'under-review' });
      expect((await at.site(`/conversations/${reference}`)).status).toBe(404);
      expect((await at.queue()).map((item) => item.messageId)).toContain(messageId);
      await at.decide(messageId, { decision: 'publish', reason: 'nothing-wrong' });
      expect((await at.site(`/conversations/${reference}`)).status).toBe(200);
    });

    it('asks nobody a second time for what was answered already', async () => {
      const externalId = randomUUID();
      const { conversationId } = await at.post({ externalId, body: 'When does the bath open in the winter?' });
      const further = await at.post({ inReplyTo: externalId, body: 'And when does it close on Sundays?' });
      await at.answer(conversationId, 'At eight, and at noon.');
      for (const decision of ['hold', 'publish', 'hide', 'restore']) {
        const reason = { hold: 'under-review', publish: 'nothing-wrong', hide: 'abuse', restore: 'decided-wrongly' };
        const answer = await at.decide(further.messageId, { decision, reason: reason[decision as 'hold'] });
        expect([decision, answer.status]).toEqual([decision, 201]);
        expect(await at.read(conversationId)).toMatchObject({ status: 'answered', waitingSince: null });
      }
    });
  });

  describe('hiding and restoring', () => {
    it('leaves a tombstone with a public reason, and says so where the reason is not public', async () => {
      const externalId = randomUUID();
      const { reference } = await at.post({ externalId, body: 'The crossing needs a lamp of its own.' });
      const insult = await at.post({ inReplyTo: externalId, body: 'You are all asleep over there.' });
      await at.decide(insult.messageId, { decision: 'hide', reason: 'abuse' });
      expect((await at.site(`/conversations/${reference}`)).text).toContain('Reason: it is abusive.');
      await at.decide(insult.messageId, { decision: 'restore', reason: 'decided-wrongly' });
      expect((await at.site(`/conversations/${reference}`)).text).toContain('asleep over there');
      await at.decide(insult.messageId, { decision: 'hide', reason: 'third-party', note: 'INSIDE-WORDS' });
      const { text } = await at.site(`/conversations/${reference}`);
      expect(text).toContain('The reason is not made public.');
      expect(text).not.toMatch(/asleep over there|somebody else has a right|INSIDE-WORDS/);
    });
  });

  describe('two people at once', () => {
    it('refuses a decision on what somebody has decided meanwhile, and says what is there now', async () => {
      const { messageId } = await held();
      const [item] = (await at.queue()).filter((one) => one.messageId === messageId);
      expect(item?.version).toBe(1);
      await at.decide(messageId, { decision: 'hide', reason: 'personal-data' });
      const late = { decision: 'restore', reason: 'nothing-wrong', version: 1 };
      const refused = await at.decide(messageId, late, at.people.second);
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'stale-version', current: { state: 'hidden', decision: 'hide', decidedBy: 'Mo Derator' } },
      });
    });

    it('decides once when two decide on the same version at the same time', async () => {
      const { messageId } = await held();
      const order = { reason: 'personal-data', version: 1 };
      const answers = await Promise.all([
        at.decide(messageId, { ...order, decision: 'hide' }),
        at.decide(messageId, { ...order, decision: 'reject' }, at.people.second),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    });

    it('decides once on a double click, and answers the same', async () => {
      const { messageId, conversationId } = await held();
      const order = { decision: 'hide', reason: 'personal-data', decisionId: randomUUID(), version: 1 };
      const [one, other] = await Promise.all([at.decide(messageId, order), at.decide(messageId, order)]);
      expect([one.status, other.status, one.body.decisionId]).toEqual([201, 201, other.body.decisionId]);
      const types = (await at.history(conversationId)).map(({ type }) => type);
      expect(types.filter((type) => type === 'message.hidden')).toHaveLength(1);
      const further = await held();
      expect((await at.decide(further.messageId, order)).status).toBe(422);
    });

    it('refuses what does not fit the state, and a reason that is not for that decision', async () => {
      const { messageId } = await shown();
      expect(await at.decide(messageId, { decision: 'publish', reason: 'nothing-wrong' })).toMatchObject({
        ...{ status: 409, body: { code: 'wrong-state', current: { state: 'visible' } } },
      });
      for (const reason of ['nothing-wrong', 'screening', 'no-such-reason']) {
        expect((await at.decide(messageId, { decision: 'hide', reason })).status).toBe(422);
      }
      expect((await at.decide(messageId, { decision: 'redact', reason: 'personal-data' })).status).toBe(422);
    });
  });

  it('is for moderators of the department only', async () => {
    const { messageId } = await held();
    for (const who of ['officer', 'colleague', 'supervisor'] as const) {
      const refused = await at.decide(messageId, { decision: 'hide', reason: 'abuse' }, at.people[who]);
      expect([who, refused.status]).toEqual([who, 403]);
    }
  });
});
