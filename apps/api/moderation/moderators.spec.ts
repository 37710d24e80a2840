import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuthorHistory, ModerationClaim } from '#contracts/moderators.http.js';
import { buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { listen, signIn } from '../../../test/support/clients.js';
import { ModeratingDesk } from '../../../test/support/moderating.js';

describe('moderators beside each other', () => {
  let at: ModeratingDesk;

  beforeAll(async () => {
    at = await ModeratingDesk.start();
  });
  afterAll(() => at.close());

  const held = () => at.post({ body: 'My number is 13912345678, call me about the bridge.' });
  const hold = async (messageId: string, as = at.people.moderator, takeOver = false) =>
    (await as.send('PUT', `/api/moderation/claims/${messageId}`, { takeOver })) as unknown as {
      status: number;
      body: { items: ModerationClaim[] };
    };
  const claims = async (as = at.people.second) =>
    ((await as.get('/api/moderation/claims')).body as { items: ModerationClaim[] }).items;

  describe('who has a message open', () => {
    it('is shown to the others, who are rung', async () => {
      const { messageId } = await held();
      const live = await listen(at.desk.api, at.people.second.cookie);
      expect((await hold(messageId)).body.items).toMatchObject([{ isOwn: true }]);
      await live.ring(({ event }) => event === 'claims.changed');
      expect(await claims()).toMatchObject([{ messageId, officer: { name: 'Mo Derator' }, isOwn: false }]);
      live.socket.disconnect();
    });

    it('stays with the first until it is let go, taken over, or not heard of for half a minute', async () => {
      const { messageId } = await held();
      await hold(messageId);
      const [first] = (await hold(messageId, at.people.second)).body.items;
      expect(first).toMatchObject({ officer: { name: 'Mo Derator' }, isOwn: false });
      expect((await hold(messageId, at.people.second, true)).body.items).toMatchObject([{ isOwn: true }]);
      await at.people.second.send('DELETE', `/api/moderation/claims/${messageId}`);
      expect((await hold(messageId)).body.items).toMatchObject([{ isOwn: true }]);
      await at.desk.passTime(20_000);
      await hold(messageId);
      await at.desk.passTime(20_000);
      expect((await hold(messageId, at.people.second)).body.items).toMatchObject([{ isOwn: false }]);
      await at.desk.passTime(31_000);
      expect((await claims()).map((claim) => claim.messageId)).not.toContain(messageId);
      expect((await hold(messageId, at.people.second)).body.items).toMatchObject([{ isOwn: true }]);
    });

    it('is for moderators of the department only', async () => {
      const { messageId } = await held();
      await hold(messageId);
      expect((await hold(messageId, at.people.officer)).status).toBe(403);
      expect(await claims(at.people.officer)).toEqual([]);
      const other = await buildDepartment(at.desk.dataSource);
      const { email } = await buildOfficer(at.desk.dataSource, { department: other, roles: ['moderator'] });
      const stranger = await signIn(at.desk.api, email);
      expect((await hold(messageId, stranger)).status).toBe(404);
      expect(await claims(stranger)).toEqual([]);
    });
  });

  it('each keeps for themselves whether distressing texts are covered', async () => {
    const setting = async (as = at.people.moderator) => (await as.get('/api/moderation/setting')).body;
    expect(await setting()).toEqual({ coversDistressing: true });
    await at.people.moderator.send('PUT', '/api/moderation/setting', { coversDistressing: false });
    expect(await setting()).toEqual({ coversDistressing: false });
    expect(await setting(at.people.second)).toEqual({ coversDistressing: true });
  });

  describe('the history of an author', () => {
    it('counts what became of their messages, with the last decisions, in moderated departments only', async () => {
      const other = await buildDepartment(at.desk.dataSource);
      const author = { externalId: 'one-author', name: 'Chen Wei' };
      const [bad, blocked, open] = [
        await at.post({ author, body: 'You sleep at your desks, all of you.' }),
        await at.post({ author, body: 'Call 13912345679 when the lamp is mended.' }),
        await at.post({ author, body: 'The lamp at the gate is broken again.' }),
      ];
      await at.post({ author, department: other.slug, body: 'Another department has this one to answer.' });
      await at.decide(bad.messageId, { decision: 'hide', reason: 'abuse' });
      const history = async (as = at.people.moderator) =>
        (await as.get(`/api/moderation/messages/${open.messageId}/author`)) as unknown as {
          status: number;
          body: AuthorHistory;
        };
      expect((await history()).body).toMatchObject({
        ...{ posts: 3, shown: 1, refused: 1, waiting: 1, redacted: 0, reportsUpheld: 0 },
        decisions: [{ reference: bad.reference, decision: 'hide', reason: 'abuse', state: 'hidden' }],
      });
      expect((await history(at.people.officer)).status).toBe(403);
      expect(blocked.messageId).not.toBe('');
    });
  });
});
