import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Refused } from '../../../test/support/appealing.js';
import { buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { listen, signIn } from '../../../test/support/clients.js';
import { ModeratingDesk } from '../../../test/support/moderating.js';

const DAY = 86_400_000;
const WORDS = 'He does sleep at noon: APPEAL-WORDS <b>on the record</b>.';

describe('appeals', () => {
  let at: ModeratingDesk;

  beforeAll(async () => {
    at = await ModeratingDesk.start();
    await at.desk.dataSource.query(`UPDATE session SET expires_at = expires_at + interval '1 year'`);
  });
  afterAll(() => at.close());

  const types = async (id: string) => (await at.history(id)).map(({ type }) => type);

  it('come from the tracking page, wait in the moderators’ list and count, and say nothing in events', async () => {
    const refused = await Refused.by(at);
    expect(await refused.page()).toContain('Appeal this decision');
    const live = await listen(at.desk.api, at.people.second.cookie);
    const sent = await refused.appeal(WORDS);
    expect(sent).toMatchObject({ status: 303, location: `/track/${refused.token}?sent=appealed&lang=en` });
    await live.ring(({ conversationId }) => conversationId === refused.message.conversationId);
    live.close();
    const page = await refused.page();
    expect(page).toContain('He does sleep at noon: APPEAL-WORDS &lt;b&gt;on the record');
    expect(page).toContain('You have appealed this decision.');
    expect(await refused.page('zh')).toContain('您已对此决定提出申诉');
    expect(await refused.listed()).toMatchObject({
      ...{ status: 'open', version: 1, body: WORDS, mayDecide: true, canAnswer: true, lodgedBy: null, dialogue: [] },
      decision: { decision: 'hide', by: 'Mo Derator', reason: { en: 'it is abusive' } },
      message: { body: 'The director of the bath sleeps at noon.', state: 'hidden' },
    });
    const { body } = await at.people.second.get('/api/inbox/counts');
    expect(body).toMatchObject({ appeals: 1 });
    const said: unknown[] = await at.desk.dataSource.query('SELECT payload FROM conversation_event');
    expect(JSON.stringify(said)).not.toContain('APPEAL-WORDS');
    expect((await at.site(`/conversations/${refused.message.reference}`)).text).not.toContain('APPEAL-WORDS');
  });

  it('are decided by somebody else: in the permissions, under the lock, in PostgreSQL and in what the console is told', async () => {
    const refused = await Refused.by(at);
    await refused.appeal(WORDS);
    expect(await refused.listed(at.people.moderator)).toMatchObject({ mayDecide: false });
    for (const verb of ['ask', 'decide'] as const) {
      const more = verb === 'ask' ? { id: randomUUID(), body: 'Why?' } : { outcome: 'upheld', explanation: 'No.' };
      const own = await refused.act(verb, more, at.people.moderator);
      expect([verb, own.status, own.body.code]).toEqual([verb, 403, 'own-decision']);
    }
    for (const decision of ['restore', 'hold']) {
      const beside = await at.decide(refused.message.messageId, { decision, reason: 'decided-wrongly' });
      expect([decision, beside.status < 400]).toEqual([decision, false]);
    }
    const [first]: { id: string }[] = await at.desk.dataSource.query(
      `SELECT id FROM officer WHERE name = 'Mo Derator'`,
    );
    const forced = at.desk.dataSource.query(
      `UPDATE appeal SET status = 'upheld', decided_by = $2, decided_at = now() WHERE decision_id = $1`,
      [refused.decisionId, first?.id],
    );
    await expect(forced).rejects.toThrow('appeal_somebody_else');
    expect(await refused.listed()).toMatchObject({ status: 'open' });
  });

  it('overturned, the message is back by the path of every decision: one fact each, and the reasons to the citizen', async () => {
    const refused = await Refused.by(at);
    const { conversationId, reference } = refused.message;
    await refused.appeal(WORDS);
    const decided = await refused.decide('overturned', 'It is criticism, and no abuse.');
    expect(decided).toMatchObject({ status: 200, body: { status: 'overturned', version: 2 } });
    expect((await at.site(`/conversations/${reference}`)).text).toContain('sleeps at noon');
    expect(await at.message(conversationId)).toMatchObject({ state: 'visible' });
    expect((await types(conversationId)).slice(-3)).toEqual(['appeal.lodged', 'message.restored', 'appeal.decided']);
    const page = await refused.page();
    for (const words of ['You were right', 'It is criticism, and no abuse.']) expect(page).toContain(words);
    expect(await refused.listed()).toBeUndefined();
  });

  it('upheld, everything stays, the citizen reads why, and cannot appeal the same again', async () => {
    const refused = await Refused.by(at);
    await refused.appeal(WORDS);
    await refused.decide('upheld', 'It insults a person, who is named.');
    const page = await refused.page();
    for (const words of ['The decision stays as it is.', 'It insults a person, who is named.']) {
      expect(page).toContain(words);
    }
    expect((await at.site(`/conversations/${refused.message.reference}`)).status).toBe(404);
    const again = await refused.appeal('AGAIN-WORDS');
    expect([again.status, again.text.includes('AGAIN-WORDS')]).toEqual([409, true]);
  });

  it('are a dialogue: asked, answered on the tracking page, and upheld without an answer only after a week', async () => {
    const refused = await Refused.by(at);
    await refused.appeal(WORDS);
    const question = { id: randomUUID(), body: 'Were you there yourself?' };
    expect(await refused.act('ask', question)).toMatchObject({ status: 200, body: { status: 'asked' } });
    expect(await refused.page()).toContain('Were you there yourself?');
    expect(await refused.page()).not.toContain('Mo Derator');
    const early = await refused.decide('upheld', 'No.');
    expect([early.status, early.body.code]).toEqual([409, 'wrong-state']);
    const appeal = await refused.listed();
    const submissionId = randomUUID();
    const sent = await Promise.all([
      refused.answer(appeal?.id ?? '', 'Yes, every Monday.', submissionId),
      refused.answer(appeal?.id ?? '', 'Yes, every Monday.', submissionId),
    ]);
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    const { status, dialogue } = (await refused.listed()) ?? {};
    expect([status, dialogue?.map(({ kind, body }) => [kind, body])]).toEqual([
      'open',
      [
        ['question', 'Were you there yourself?'],
        ['answer', 'Yes, every Monday.'],
      ],
    ]);
    await refused.act('ask', { id: randomUUID(), body: 'And on Tuesdays?' });
    at.desk.clock.advance(7 * DAY);
    expect((await refused.decide('upheld', 'Nothing came.')).status).toBe(200);
  });

  it('are lodged once on a double click, and decided once by two at a time', async () => {
    const refused = await Refused.by(at);
    const submissionId = randomUUID();
    const sent = await Promise.all([refused.appeal(WORDS, submissionId), refused.appeal(WORDS, submissionId)]);
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    const { id, version } = (await refused.listed()) ?? {};
    const path = `/api/moderation/appeals/${id}/decide`;
    const order = { version, outcome: 'overturned', explanation: 'You are right.' };
    const both = await Promise.all([
      at.people.second.send('POST', path, order),
      at.people.admin.send('POST', path, { ...order, outcome: 'upheld' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const facts = await types(refused.message.conversationId);
    for (const type of ['appeal.lodged', 'appeal.decided']) {
      expect(facts.filter((one) => one === type)).toHaveLength(1);
    }
  });

  it('answer the same decision sent twice the same, and refuse an old screen', async () => {
    const refused = await Refused.by(at);
    await refused.appeal(WORDS);
    const { id, version } = (await refused.listed()) ?? {};
    const path = `/api/moderation/appeals/${id}/decide`;
    const order = { version, outcome: 'overturned', explanation: 'You are right.' };
    const first = await at.people.second.send('POST', path, order);
    expect(await at.people.second.send('POST', path, order)).toEqual(first);
    const late = await at.people.admin.send('POST', path, order);
    expect(late).toMatchObject({ status: 409, body: { code: 'stale-version' } });
  });

  it('end after 20 days, and by then the page says so', async () => {
    const refused = await Refused.by(at);
    at.desk.clock.advance(20 * DAY + 1);
    expect(await refused.page()).toContain('You had 20 days to appeal.');
    expect((await refused.appeal(WORDS)).status).toBe(409);
    expect(await refused.listed()).toBeUndefined();
  });

  it('are open against screening after a day, and any moderator decides', async () => {
    const body = 'Call me on 13800138000 about the lamp at the corner.';
    const refused = await Refused.by(at, { decision: 'none', body });
    expect(await refused.page()).toContain('If nobody has decided by then, you can appeal here from');
    expect((await refused.appeal(WORDS)).status).toBe(409);
    at.desk.clock.advance(DAY);
    expect((await refused.appeal(WORDS)).status).toBe(303);
    expect(await refused.listed(at.people.moderator)).toMatchObject({ mayDecide: true, decision: { by: null } });
    const decided = await refused.decide('overturned', 'It is your own number.', at.people.moderator);
    expect(decided.status).toBe(200);
    expect((await at.site(`/conversations/${refused.message.reference}`)).text).toContain('about the lamp at the');
  });

  it('are overtaken by another decision, which can be appealed in its turn', async () => {
    const body = 'Call me on 13800138000 about the lamp at the bridge.';
    const refused = await Refused.by(at, { decision: 'none', body });
    at.desk.clock.advance(DAY);
    await refused.appeal(WORDS);
    await at.decide(refused.message.messageId, { decision: 'hide', reason: 'personal-data' });
    expect(await refused.listed()).toBeUndefined();
    const page = await refused.page();
    expect(page).toContain('decided on anew');
    expect(page).toContain('Appeal this decision');
    expect((await types(refused.message.conversationId)).slice(-2)).toEqual(['message.hidden', 'appeal.decided']);
  });

  it('bar both who hid a whole conversation', async () => {
    const opened = await at.post({ body: 'The director of the bath lives at the lake, they say.' });
    await at.answer(opened.conversationId, 'We do not comment on that.');
    const { version } = await at.read(opened.conversationId);
    const proposal = { id: randomUUID(), conversationId: opened.conversationId, version, reason: 'unlawful' };
    await at.people.moderator.send('POST', '/api/moderation/hide-proposals', proposal);
    const confirm = { version: (await at.read(opened.conversationId)).version };
    const path = `/api/moderation/hide-proposals/${proposal.id}/confirm`;
    expect((await at.people.second.send('POST', path, confirm)).status).toBe(200);
    const [row]: { id: string }[] = await at.desk.dataSource.query(
      'SELECT id FROM moderation_decision WHERE hide_proposal_id = $1',
      [proposal.id],
    );
    const lodged = { id: randomUUID(), decisionId: row?.id, body: WORDS };
    const appeal = await at.people.officer.send('POST', '/api/moderation/appeals', lodged);
    expect(appeal).toMatchObject({ status: 201, body: { status: 'open' } });
    const decide = (as = at.people.admin) =>
      as.send('POST', `/api/moderation/appeals/${lodged.id}/decide`, {
        ...{ version: 1, outcome: 'overturned', explanation: 'It is public knowledge.' },
      });
    for (const as of [at.people.moderator, at.people.second]) expect((await decide(as)).status).toBe(403);
    expect((await decide()).status).toBe(200);
    expect((await at.site(`/conversations/${opened.reference}`)).status).toBe(200);
  });

  it('are nobody else’s: not of other departments, not of officers, not by another private link', async () => {
    const refused = await Refused.by(at);
    await refused.appeal(WORDS);
    const elsewhere = await buildDepartment(at.desk.dataSource);
    const stranger = await buildOfficer(at.desk.dataSource, { department: elsewhere, roles: ['moderator', 'officer'] });
    const theirs = await signIn(at.desk.api, stranger.email);
    expect(await refused.listed(theirs)).toBeUndefined();
    expect((await theirs.get('/api/inbox/counts')).body).toMatchObject({ appeals: 0 });
    expect(await refused.listed(at.people.officer)).toBeUndefined();
    const { id } = (await refused.listed()) ?? {};
    const order = { version: 1, outcome: 'upheld', explanation: 'No.' };
    const path = `/api/moderation/appeals/${id}/decide`;
    expect((await theirs.send('POST', path, order)).status).toBe(404);
    expect((await at.people.officer.send('POST', path, order)).status).toBe(403);
    const other = await Refused.by(at);
    const fields = { decisionId: refused.decisionId, [`appeal-${refused.decisionId}`]: 'FOREIGN' };
    expect((await at.sendForm(`/track/${other.token}/appeals`, fields)).status).toBe(404);
    const answer = { [`answer-${id}`]: 'FOREIGN' };
    expect((await at.sendForm(`/track/${other.token}/appeals/${id}/answers`, answer)).status).toBe(404);
  });

  it('keep what was typed where it cannot be taken: too long, empty, or characters that cannot be stored', async () => {
    const refused = await Refused.by(at);
    for (const words of ['x'.repeat(4_001), '   ', 'a\0b']) {
      const sent = await refused.appeal(words);
      expect(sent.status).toBe(422);
      expect(sent.text).toContain('There is a problem');
    }
    expect(await refused.listed()).toBeUndefined();
  });

  it('are taken from one address only so many at a time, and what was typed comes back', async () => {
    const refused = await Refused.by(at);
    const sent = [];
    do sent.push(await refused.appeal('FLOOD-WORDS'));
    while (sent.at(-1)?.status !== 429 && sent.length < 25);
    expect(sent.at(-1)).toMatchObject({ status: 429, text: expect.stringContaining('FLOOD-WORDS') });
  });
});
