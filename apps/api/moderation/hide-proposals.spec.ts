import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HideProposalView } from '#contracts/moderation.http.js';
import { ModeratingDesk } from '../../../test/support/moderating.js';

describe('hiding a whole conversation', () => {
  let at: ModeratingDesk;

  beforeAll(async () => {
    at = await ModeratingDesk.start();
  });
  afterAll(() => at.close());

  const answered = async () => {
    const externalId = randomUUID();
    const opened = await at.post({ externalId, body: 'The director of the bath lives at the lake, they say.' });
    await at.answer(opened.conversationId, 'We do not comment on that.');
    await at.post({ inReplyTo: externalId, body: 'Everybody knows it anyway.' });
    return opened;
  };
  const propose = async (conversationId: string, more: object = {}, as = at.people.moderator) => {
    const { version } = await at.read(conversationId);
    const body = { id: randomUUID(), conversationId, version, reason: 'unlawful', ...more };
    const answer = await as.send('POST', '/api/moderation/hide-proposals', body);
    await at.desk.drain();
    return answer as { status: number; body: { proposalId: string; code?: string } };
  };
  const decide = async (proposalId: string, verb: string, as = at.people.second, more: object = {}) => {
    const [row]: { version: number }[] = await at.desk.dataSource.query(
      'SELECT c.version FROM hide_proposal p JOIN conversation c ON c.id = p.conversation_id WHERE p.id = $1',
      [proposalId],
    );
    const body = { version: row?.version, ...more };
    const answer = await as.send('POST', `/api/moderation/hide-proposals/${proposalId}/${verb}`, body);
    await at.desk.drain();
    return answer as { status: number; body: { code?: string } };
  };
  const listed = async (as = at.people.second, query = '') => {
    const { body } = await as.get(`/api/moderation/hide-proposals${query}`);
    return (body as { items: HideProposalView[] }).items;
  };
  const isPublic = async (reference: string) => (await at.site(`/conversations/${reference}`)).status === 200;

  it('needs two people: nothing changes until another moderator confirms it', async () => {
    const { conversationId, reference } = await answered();
    const { body } = await propose(conversationId, { explanation: 'It is about somebody’s home.', note: 'Look soon.' });
    expect(await isPublic(reference)).toBe(true);
    expect(await listed()).toMatchObject([
      { id: body.proposalId, reference, isOwn: false, note: 'Look soon.', reason: { code: 'unlawful' } },
    ]);
    const counts = (await at.people.second.get('/api/inbox/counts')).body as { held: number };
    expect(counts.held).toBe(1);
    const own = await decide(body.proposalId, 'confirm', at.people.moderator);
    expect(own).toMatchObject({ status: 409, body: { code: 'two-needed' } });
    expect((await decide(body.proposalId, 'confirm', at.people.officer)).status).toBe(403);
    expect(await isPublic(reference)).toBe(true);
    expect((await decide(body.proposalId, 'confirm')).status).toBe(200);
    expect(await isPublic(reference)).toBe(false);
    expect((await at.site(`/departments/${at.department.slug}`)).text).not.toContain('director of the bath');
    const text = await (await at.trackingPage(conversationId))();
    expect(text).toContain('It is about somebody’s home.');
    expect(text).not.toContain('Look soon.');
    expect((await decide(body.proposalId, 'confirm')).body.code).toBe('wrong-state');
    const types = (await at.history(conversationId)).map(({ type }) => type);
    expect(types.slice(-2)).toEqual(['conversation.hide-proposed', 'conversation.hidden']);
  });

  it('holds its messages until then where that was asked for, and shows them again when it is declined', async () => {
    const { conversationId, reference } = await answered();
    const before = await at.read(conversationId);
    const { body } = await propose(conversationId, { hold: true });
    expect(await isPublic(reference)).toBe(false);
    expect((await decide(body.proposalId, 'decline')).status).toBe(200);
    expect(await isPublic(reference)).toBe(true);
    const { status, waitingSince, answerDueAt } = before;
    expect(await at.read(conversationId)).toMatchObject({ status, waitingSince, answerDueAt });
    expect((await listed()).map(({ id }) => id)).not.toContain(body.proposalId);
  });

  it('hides what was held for it, and is shown again with a reason', async () => {
    const { conversationId, reference } = await answered();
    const { body } = await propose(conversationId, { hold: true });
    await decide(body.proposalId, 'confirm');
    expect((await at.read(conversationId)).thread).toMatchObject([
      { state: 'hidden' },
      { kind: 'reply' },
      { state: 'hidden' },
    ]);
    expect(await listed(at.people.second, '?hidden=true')).toContainEqual(
      expect.objectContaining({ id: body.proposalId, isConfirmed: true }),
    );
    const why = { reason: 'decided-wrongly' };
    expect((await decide(body.proposalId, 'show-again', at.people.second, why)).status).toBe(200);
    expect(await isPublic(reference)).toBe(true);
    const told = (await at.history(conversationId)).slice(-2).map(({ detail }) => detail);
    expect(told).toMatchObject([
      { reason: 'unlawful', reasonWording: { zh: '内容违法' } },
      { reason: 'decided-wrongly', reasonWording: { zh: '此前的决定有误' } },
    ]);
    expect((await decide(body.proposalId, 'show-again', at.people.second, why)).status).toBe(409);
  });

  it('is taken back by who proposed it, and proposed once at a time', async () => {
    const { conversationId, reference } = await answered();
    const { body } = await propose(conversationId, { hold: true });
    const again = await propose(conversationId, {}, at.people.second);
    expect(again).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
    expect((await decide(body.proposalId, 'decline', at.people.moderator)).status).toBe(200);
    expect(await isPublic(reference)).toBe(true);
  });

  it('refuses one moderator alone what would hide it all, and lets them hold it at once', async () => {
    const { conversationId, reference } = await answered();
    const [opening] = (await at.read(conversationId)).thread;
    const hide = { decision: 'hide', reason: 'unlawful' };
    const alone = await at.decide(opening?.id ?? '', hide);
    expect(alone).toMatchObject({ status: 409, body: { code: 'two-needed' } });
    await at.decide(opening?.id ?? '', { decision: 'hold', reason: 'under-review' });
    expect(await isPublic(reference)).toBe(false);
    expect((await at.decide(opening?.id ?? '', hide)).body.code).toBe('two-needed');
  });

  it('hides what is merged into it too', async () => {
    const part = await at.post({ body: 'The director of the bath again: who pays for that?' });
    const into = await answered();
    const { version: intoVersion } = await at.read(into.conversationId);
    const merge = { intoId: into.conversationId, intoVersion };
    expect((await at.act(part.conversationId, 'merge', merge, at.people.supervisor)).status).toBe(200);
    const { body } = await propose(into.conversationId);
    await decide(body.proposalId, 'confirm');
    expect(await isPublic(into.reference)).toBe(false);
    expect(await isPublic(part.reference)).toBe(false);
    const state = (await at.message(part.conversationId)).state;
    expect(state).toBe('hidden');
  });
});
