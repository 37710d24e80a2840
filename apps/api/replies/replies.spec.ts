import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConversationView, HistoryEntry, ThreadEntry } from '#contracts/conversations.http.js';
import type { Problem } from '#contracts/problems.js';
import type { DraftView, SentReply } from '#contracts/replies.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, postAccepted, signIn } from '../../../test/support/clients.js';
import type { TestDesk } from '../../../test/support/desk.js';
import { startStaffedDesk } from '../../../test/support/staffed-desk.js';

const SECOND = 1_000;
const QUESTION = 'The lamp before our door has been dark for a week.';
const ANSWER = 'The lamp is repaired on Thursday morning.';

type ReplyEntry = Extract<ThreadEntry, { kind: 'reply' }>;

describe('replies', () => {
  let desk: TestDesk;
  let department: Department;
  let ana: Officer;
  let asAna: OfficerClient;
  let asBo: OfficerClient;
  let asLead: OfficerClient;
  let key: string;
  let id: string;
  let externalId: string;

  beforeAll(async () => {
    ({ desk, department, key, ana, asAna, asBo, asLead } = await startStaffedDesk({ undoSeconds: 60 }, { site: true }));
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    externalId = crypto.randomUUID();
    ({ conversationId: id } = await post({ externalId, body: `${QUESTION} (${inWords(externalId)})` }));
    await desk.drain();
    await asAna.send('POST', `/api/conversations/${id}/claim`, { version: (await read()).version });
  });

  const post = (message: { body: string; externalId?: string; [field: string]: unknown }) =>
    postAccepted(desk.api, key, {
      department: department.slug,
      author: { externalId: `author-${externalId}`, name: 'Wang Fang' },
      ...message,
    });
  const writeAgain = async (more: object = {}) => {
    await post({
      body: `And now the next one is dark too. (${inWords(crypto.randomUUID())})`,
      inReplyTo: externalId,
      ...more,
    });
    await desk.drain();
  };
  const read = async (client = asLead) => (await client.get(`/api/conversations/${id}`)).body as ConversationView;
  const replies = async () => (await read()).thread.filter((entry): entry is ReplyEntry => entry.kind === 'reply');
  const send = async (more: object = {}, client = asAna) => {
    const { lastEntryId } = await read();
    const order = { replyId: crypto.randomUUID(), body: ANSWER, lastEntryId, ...more };
    return client.send('POST', `/api/conversations/${id}/replies`, order);
  };
  const sent = async (more: object = {}) => {
    const { status, body } = await send(more);
    expect([status, body]).toEqual([201, expect.anything()]);
    return body as SentReply;
  };
  const takeBack = (replyId: string, client = asAna) =>
    client.send('DELETE', `/api/conversations/${id}/replies/${replyId}`);
  const publicPage = async () => {
    const response = await fetch(`${desk.site}/conversations/${(await read()).reference}`);
    return { html: await response.text(), etag: response.headers.get('etag') };
  };
  const history = async () =>
    ((await asLead.get(`/api/conversations/${id}/events`)).body as { items: HistoryEntry[] }).items.map(
      (entry) => entry.type,
    );

  describe('before it leaves', () => {
    it('waits, seen by the desk and by nobody else, and leaves once when its time has come', async () => {
      const { reply } = await sent();
      expect(reply).toMatchObject({ state: 'waiting', leavesInMs: expect.any(Number) });
      expect(await replies()).toMatchObject([{ body: ANSWER, state: 'waiting', may: { takeBack: true } }]);
      expect(await read()).toMatchObject({ status: 'assigned', firstAnsweredAt: null });
      expect((await publicPage()).html).not.toContain(ANSWER);
      await desk.passTime(30 * SECOND);
      expect(await replies()).toMatchObject([{ state: 'waiting' }]);
      await desk.passTime(31 * SECOND);
      expect(await replies()).toMatchObject([{ state: 'sent', leavesInMs: null }]);
      expect(await read()).toMatchObject({
        status: 'answered',
        waitingSince: null,
        firstAnsweredAt: expect.any(String),
      });
      expect((await publicPage()).html).toContain(ANSWER);
      await desk.passTime(120 * SECOND);
      expect((await history()).filter((type) => type === 'reply.sent')).toHaveLength(1);
    });

    it('is taken back into the draft, and then never leaves', async () => {
      const { reply } = await sent();
      const { status, body } = await takeBack(reply.id);
      expect([status, body]).toMatchObject([200, { status: 'assigned', draft: { body: ANSWER } }]);
      expect(await takeBack(reply.id)).toMatchObject({ status: 200, body: { draft: { body: ANSWER } } });
      await desk.passTime(61 * SECOND);
      expect(await replies()).toEqual([]);
      expect((await publicPage()).html).not.toContain(ANSWER);
      expect(await history()).toContain('reply.taken-back');
      const again = await send({ replyId: reply.id });
      expect(again).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
    });

    it('is taken back to before what has been begun since, so that neither is lost', async () => {
      const { reply, draft } = await sent();
      await asAna.send('PUT', `/api/conversations/${id}/draft`, { version: draft.version, body: 'By the way:' });
      expect((await takeBack(reply.id)).body).toMatchObject({ draft: { body: `${ANSWER}\n\nBy the way:` } });
    });

    it('cannot be taken back once it has left, nor by a colleague; a supervisor may', async () => {
      const first = await sent();
      expect(await takeBack(first.reply.id, asBo)).toMatchObject({ status: 403 });
      expect(await takeBack(first.reply.id, asLead)).toMatchObject({ status: 200, body: { draft: null } });
      const own = (await asAna.get(`/api/conversations/${id}/draft`)).body as DraftView;
      expect(own.body).toBe(ANSWER);
      const second = await sent();
      await desk.passTime(61 * SECOND);
      expect(await takeBack(second.reply.id)).toMatchObject({ status: 409, body: { code: 'already-left' } });
      expect(await takeBack(crypto.randomUUID())).toMatchObject({ status: 404 });
    });

    it('keeps the conversation where it is, and says until when', async () => {
      await sent();
      const { version, may } = await read(asLead);
      expect(may).toMatchObject({ assign: false, release: false, transfer: false, close: false });
      for (const [verb, more] of [
        ['release', {}],
        ['transfer', { department: (await buildDepartment(desk.dataSource)).slug }],
        ['close', { reason: 'Done.' }],
        ['assign', { officerId: ana.id }],
      ] as const) {
        const refused = await asLead.send('POST', `/api/conversations/${id}/${verb}`, { version, ...more });
        expect([verb, refused]).toMatchObject([
          verb,
          { status: 409, body: { code: 'reply-waiting', current: { leavesAt: expect.any(String) } } },
        ]);
      }
      await desk.passTime(61 * SECOND);
      const closed = await asLead.send('POST', `/api/conversations/${id}/close`, {
        version: (await read()).version,
        reason: 'Done.',
      });
      expect(closed.status).toBe(200);
    });

    it('leaves although who sent it was deactivated in the meantime: they pressed send', async () => {
      const eve = await buildOfficer(desk.dataSource, { department, isAvailable: false });
      const asEve = await signIn(desk.api, eve.email);
      await asLead.send('POST', `/api/conversations/${id}/assign`, {
        version: (await read()).version,
        officerId: eve.id,
      });
      expect((await send({}, asEve)).status).toBe(201);
      await desk.dataSource.query('UPDATE officer SET is_active = false WHERE id = $1', [eve.id]);
      await desk.passTime(61 * SECOND);
      expect(await replies()).toMatchObject([{ state: 'sent', officerName: eve.name }]);
    });

    it('goes back to the queue when it is taken back and its officer may not answer any more', async () => {
      const eve = await buildOfficer(desk.dataSource, { department, isAvailable: false });
      const asEve = await signIn(desk.api, eve.email);
      await asLead.send('POST', `/api/conversations/${id}/assign`, {
        version: (await read()).version,
        officerId: eve.id,
      });
      const replyIds = [crypto.randomUUID(), crypto.randomUUID()];
      for (const replyId of replyIds) expect((await send({ replyId }, asEve)).status).toBe(201);
      await desk.dataSource.query('DELETE FROM role_grant WHERE officer_id = $1', [eve.id]);
      expect(await takeBack(replyIds[0] ?? '', asLead)).toMatchObject({ body: { status: 'assigned' } });
      const { body } = await takeBack(replyIds[1] ?? '', asLead);
      const { status, version, assignment } = await read();
      expect([body, { status, assignment }]).toMatchObject([
        { status: 'queued', version },
        { status: 'queued', assignment: null },
      ]);
      const { items } = (await asLead.get(`/api/conversations/${id}/events`)).body as { items: HistoryEntry[] };
      const released = items.filter(({ type }) => type === 'conversation.released');
      expect(released).toMatchObject([{ detail: { fromOfficerId: eve.id, because: 'role-removed' } }]);
      const open: unknown[] = await desk.dataSource.query(
        'SELECT 1 FROM assignment WHERE conversation_id = $1 AND ended_at IS NULL',
        [id],
      );
      expect(open).toEqual([]);
    });

    it('goes out at once where the department waits for nothing', async () => {
      const setting = `/api/departments/${department.slug}/undo`;
      expect(await asAna.send('PUT', setting, { undoSeconds: 0 })).toMatchObject({ status: 403 });
      expect(await asLead.send('PUT', setting, { undoSeconds: 121 })).toMatchObject({ status: 422 });
      expect(await asLead.send('PUT', setting, { undoSeconds: 0 })).toMatchObject({ status: 200 });
      expect((await sent()).reply).toMatchObject({ state: 'sent', leavesInMs: null });
      expect(await read()).toMatchObject({ status: 'answered' });
      await asLead.send('PUT', setting, { undoSeconds: 60 });
      expect(await asAna.get(setting)).toMatchObject({ body: { undoSeconds: 60 } });
    });

    it('leaves in the order of sending', async () => {
      await sent({ body: 'The first thing.' });
      await asLead.send('PUT', `/api/departments/${department.slug}/undo`, { undoSeconds: 0 });
      await sent({ body: 'The second thing.' });
      await asLead.send('PUT', `/api/departments/${department.slug}/undo`, { undoSeconds: 60 });
      expect(await replies()).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }]);
      await desk.passTime(61 * SECOND);
      expect(await replies()).toMatchObject([
        { state: 'sent', body: 'The first thing.' },
        { state: 'sent', body: 'The second thing.' },
      ]);
    });
  });

  describe('what the citizen writes while it waits', () => {
    it('waits for a colleague where its officer lost the role meanwhile', async () => {
      const eve = await buildOfficer(desk.dataSource, { department, isAvailable: false });
      const asEve = await signIn(desk.api, eve.email);
      await asLead.send('POST', `/api/conversations/${id}/assign`, {
        version: (await read()).version,
        officerId: eve.id,
      });
      expect((await send({}, asEve)).status).toBe(201);
      await desk.dataSource.query('DELETE FROM role_grant WHERE officer_id = $1', [eve.id]);
      await writeAgain();
      await desk.passTime(61 * SECOND);
      expect(await replies()).toMatchObject([{ state: 'sent', officerName: eve.name }]);
      expect(await read()).not.toMatchObject({ assignment: { officer: { id: eve.id } } });
      expect((await read()).waitingSince).not.toBeNull();
    });

    it('is shown, and still waits for an answer after the reply has left', async () => {
      await sent();
      await writeAgain();
      const waiting = await read();
      expect(waiting.thread.filter((entry) => entry.kind === 'message')).toHaveLength(2);
      await desk.passTime(61 * SECOND);
      const after = await read();
      expect(after).toMatchObject({
        status: 'assigned',
        waitingSince: expect.any(String),
        firstAnsweredAt: expect.any(String),
      });
      expect(Date.parse(after.waitingSince ?? '')).toBeGreaterThan(Date.parse(waiting.waitingSince ?? ''));
    });

    it('for other eyes does not decide who reads the reply: what was asked in private is answered in private', async () => {
      externalId = crypto.randomUUID();
      const { conversationId, reference } = await post({
        externalId,
        body: `${QUESTION} (${inWords(externalId)})`,
      });
      id = conversationId;
      await desk.drain();
      await asAna.send('POST', `/api/conversations/${id}/claim`, { version: (await read()).version });
      await writeAgain({ body: `My neighbour is ill and alone. (${inWords(externalId)})`, visibility: 'department' });
      await sent({ body: 'About your neighbour: somebody comes today.' });
      await writeAgain({ body: `A public thought. (${inWords(externalId)})` });
      await desk.passTime(61 * SECOND);
      const page = await (await fetch(`${desk.site}/conversations/${reference}`)).text();
      expect(page).toContain('A public thought.');
      expect(page).not.toContain('About your neighbour');
    });
  });

  describe('sending', () => {
    it('refuses with what is new where the citizen has written since, and goes on once that was read', async () => {
      const { lastEntryId } = await read();
      await writeAgain();
      const { status, body } = await send({ lastEntryId });
      const problem = body as Problem;
      expect([status, problem.code]).toEqual([409, 'something-new']);
      const entries = problem.current?.entries as ThreadEntry[];
      expect(entries).toMatchObject([{ kind: 'message', body: expect.stringContaining('the next one is dark') }]);
      expect(await replies()).toEqual([]);
      expect((await send({ lastEntryId: problem.current?.lastEntryId })).status).toBe(201);
    });

    it('refuses where a colleague has answered since, also while that reply still waits', async () => {
      const { lastEntryId } = await read();
      await sent({ body: 'A reply from another window.' });
      const refused = await send({ lastEntryId });
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'something-new', current: { entries: [{ kind: 'reply', state: 'waiting' }] } },
      });
    });

    it('is not held up by what are no words', async () => {
      const { lastEntryId } = await read();
      const { version } = await read();
      await asLead.send('POST', `/api/conversations/${id}/release`, { version });
      await asAna.send('POST', `/api/conversations/${id}/claim`, { version: version + 1 });
      expect((await send({ lastEntryId })).status).toBe(201);
    });

    it('counts what came before a reply as read, also where that was taken back', async () => {
      const { reply } = await sent();
      await takeBack(reply.id);
      expect((await send({ lastEntryId: reply.id })).status).toBe(201);
    });

    it('takes an entry of another conversation for nothing read', async () => {
      expect(await send({ lastEntryId: crypto.randomUUID() })).toMatchObject({ status: 409 });
      expect(await send({ lastEntryId: undefined })).toMatchObject({ status: 422 });
    });

    it('sends once, however often it is pressed, and refuses another text under the same id', async () => {
      const replyId = crypto.randomUUID();
      const { lastEntryId } = await read();
      const answers = await Promise.all([1, 2, 3].map(() => send({ replyId, lastEntryId })));
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
      expect(await replies()).toHaveLength(1);
      expect(await send({ replyId, body: 'Something else.' })).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'replyId' }] },
      });
      await desk.passTime(61 * SECOND);
      expect((await send({ replyId })).body).toMatchObject({ reply: { id: replyId, state: 'sent' } });
      expect(await replies()).toHaveLength(1);
    });
  });
});

/** Digits may be taken for a telephone number and held. */
function inWords(id: string): string {
  return id.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
}
