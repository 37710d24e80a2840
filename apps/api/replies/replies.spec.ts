import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ThreadEntry } from '#contracts/conversations.http.js';
import type { Problem } from '#contracts/problems.js';
import { buildOfficer } from '../../../test/support/build.js';
import { signIn } from '../../../test/support/clients.js';
import { type Replying, startReplyDesk } from '../../../test/support/replying.js';

const SECOND = 1_000;

describe('replies', () => {
  let at: Replying;

  beforeAll(async () => {
    at = await startReplyDesk({ undoSeconds: 60 });
  });
  afterAll(() => at.desk.close());
  beforeEach(() => at.opened());

  describe('what the citizen writes while it waits', () => {
    it('waits for a colleague where its officer lost the role meanwhile', async () => {
      const eve = await buildOfficer(at.desk.dataSource, { department: at.department, isAvailable: false });
      const asEve = await signIn(at.desk.api, eve.email);
      await at.asLead.send('POST', `/api/conversations/${at.id}/assign`, {
        version: (await at.read()).version,
        officerId: eve.id,
      });
      expect((await at.send({}, asEve)).status).toBe(201);
      await at.desk.dataSource.query('DELETE FROM role_grant WHERE officer_id = $1', [eve.id]);
      await at.writeAgain('And now the next one is dark too.');
      await at.desk.passTime(61 * SECOND);
      expect(await at.replies()).toMatchObject([{ state: 'sent', officerName: eve.name }]);
      expect(await at.read()).not.toMatchObject({ assignment: { officer: { id: eve.id } } });
      expect((await at.read()).waitingSince).not.toBeNull();
    });

    it('is shown, and still waits for an answer after the reply has left', async () => {
      await at.sent();
      await at.writeAgain('And now the next one is dark too.');
      const waiting = await at.read();
      expect(waiting.thread.filter((entry) => entry.kind === 'message')).toHaveLength(2);
      await at.desk.passTime(61 * SECOND);
      const after = await at.read();
      expect(after).toMatchObject({
        status: 'assigned',
        waitingSince: expect.any(String),
        firstAnsweredAt: expect.any(String),
      });
      expect(Date.parse(after.waitingSince ?? '')).toBeGreaterThan(Date.parse(waiting.waitingSince ?? ''));
    });

    it('for other eyes does not decide who reads the reply: what was asked in private is answered in private', async () => {
      await at.opened();
      await at.writeAgain('My neighbour is ill and alone.', { visibility: 'department' });
      await at.sent({ body: 'About your neighbour: somebody comes today.' });
      await at.writeAgain('A public thought.');
      await at.desk.passTime(61 * SECOND);
      const page = await at.publicHtml();
      expect(page).toContain('A public thought.');
      expect(page).not.toContain('About your neighbour');
    });
  });

  describe('sending', () => {
    it('refuses with what is new where the citizen has written since, and goes on once that was read', async () => {
      const { lastEntryId } = await at.read();
      await at.writeAgain('And now the next one is dark too.');
      const { status, body } = await at.send({ lastEntryId });
      const problem = body as Problem;
      expect([status, problem.code]).toEqual([409, 'something-new']);
      const entries = problem.current?.entries as ThreadEntry[];
      expect(entries).toMatchObject([{ kind: 'message', body: expect.stringContaining('the next one is dark') }]);
      expect(await at.replies()).toEqual([]);
      expect((await at.send({ lastEntryId: problem.current?.lastEntryId })).status).toBe(201);
    });

    it('refuses where a colleague has answered since, also while that reply still waits', async () => {
      const { lastEntryId } = await at.read();
      await at.sent({ body: 'A reply from another window.' });
      const refused = await at.send({ lastEntryId });
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'something-new', current: { entries: [{ kind: 'reply', state: 'waiting' }] } },
      });
    });

    it('is not held up by what are no words', async () => {
      const { lastEntryId } = await at.read();
      const { version } = await at.read();
      await at.asLead.send('POST', `/api/conversations/${at.id}/release`, { version });
      await at.asAna.send('POST', `/api/conversations/${at.id}/claim`, { version: version + 1 });
      expect((await at.send({ lastEntryId })).status).toBe(201);
    });

    it('counts what came before a reply as read, also where that was taken back', async () => {
      const { reply } = await at.sent();
      await at.takeBack(reply.id);
      expect((await at.send({ lastEntryId: reply.id })).status).toBe(201);
    });

    it('takes an entry of another conversation for nothing read', async () => {
      expect(await at.send({ lastEntryId: crypto.randomUUID() })).toMatchObject({ status: 409 });
      expect(await at.send({ lastEntryId: undefined })).toMatchObject({ status: 422 });
    });

    it('sends once, however often it is pressed, and refuses another text under the same id', async () => {
      const replyId = crypto.randomUUID();
      const { lastEntryId } = await at.read();
      const answers = await Promise.all([1, 2, 3].map(() => at.send({ replyId, lastEntryId })));
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
      expect(await at.replies()).toHaveLength(1);
      expect(await at.send({ replyId, body: 'Something else.' })).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'replyId' }] },
      });
      await at.desk.passTime(61 * SECOND);
      expect((await at.send({ replyId })).body).toMatchObject({ reply: { id: replyId, state: 'sent' } });
      expect(await at.replies()).toHaveLength(1);
    });
  });
});
