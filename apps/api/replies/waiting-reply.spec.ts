import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DraftView } from '#contracts/replies.http.js';
import { buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { signIn } from '../../../test/support/clients.js';
import { ANSWER, type Replying, startReplyDesk } from '../../../test/support/replying.js';

const SECOND = 1_000;

describe('a reply before it leaves', () => {
  let at: Replying;

  beforeAll(async () => {
    at = await startReplyDesk({ undoSeconds: 60 });
  });
  afterAll(() => at.desk.close());
  beforeEach(() => at.opened());

  it('waits, seen by the desk and by nobody else, and leaves once when its time has come', async () => {
    const { reply } = await at.sent();
    expect(reply).toMatchObject({ state: 'waiting', leavesInMs: expect.any(Number) });
    expect(await at.replies()).toMatchObject([{ body: ANSWER, state: 'waiting', may: { takeBack: true } }]);
    expect(await at.read()).toMatchObject({ status: 'assigned', firstAnsweredAt: null });
    expect(await at.publicHtml()).not.toContain(ANSWER);
    await at.desk.passTime(30 * SECOND);
    expect(await at.replies()).toMatchObject([{ state: 'waiting' }]);
    await at.desk.passTime(31 * SECOND);
    expect(await at.replies()).toMatchObject([{ state: 'sent', leavesInMs: null }]);
    expect(await at.read()).toMatchObject({
      status: 'answered',
      waitingSince: null,
      firstAnsweredAt: expect.any(String),
    });
    expect(await at.publicHtml()).toContain(ANSWER);
    await at.desk.passTime(120 * SECOND);
    expect((await at.history()).filter(({ type }) => type === 'reply.sent')).toHaveLength(1);
  });

  it('is taken back into the draft, and then never leaves', async () => {
    const { reply } = await at.sent();
    const { status, body } = await at.takeBack(reply.id);
    expect([status, body]).toMatchObject([200, { status: 'assigned', draft: { body: ANSWER } }]);
    expect(await at.takeBack(reply.id)).toMatchObject({ status: 200, body: { draft: { body: ANSWER } } });
    await at.desk.passTime(61 * SECOND);
    expect(await at.replies()).toEqual([]);
    expect(await at.publicHtml()).not.toContain(ANSWER);
    expect((await at.history()).map(({ type }) => type)).toContain('reply.taken-back');
    const again = await at.send({ replyId: reply.id });
    expect(again).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
  });

  it('is taken back to before what has been begun since, so that neither is lost', async () => {
    const { reply, draft } = await at.sent();
    await at.asAna.send('PUT', `/api/conversations/${at.id}/draft`, { version: draft.version, body: 'By the way:' });
    expect((await at.takeBack(reply.id)).body).toMatchObject({ draft: { body: `${ANSWER}\n\nBy the way:` } });
  });

  it('cannot be taken back once it has left, nor by a colleague; a supervisor may', async () => {
    const first = await at.sent();
    expect(await at.takeBack(first.reply.id, at.asBo)).toMatchObject({ status: 403 });
    expect(await at.takeBack(first.reply.id, at.asLead)).toMatchObject({ status: 200, body: { draft: null } });
    const own = (await at.asAna.get(`/api/conversations/${at.id}/draft`)).body as DraftView;
    expect(own.body).toBe(ANSWER);
    const second = await at.sent();
    await at.desk.passTime(61 * SECOND);
    expect(await at.takeBack(second.reply.id)).toMatchObject({ status: 409, body: { code: 'already-left' } });
    expect(await at.takeBack(crypto.randomUUID())).toMatchObject({ status: 404 });
  });

  it('keeps the conversation where it is, and says until when', async () => {
    await at.sent();
    const { version, may } = await at.read();
    expect(may).toMatchObject({ assign: false, release: false, transfer: false, close: false });
    for (const [verb, more] of [
      ['release', {}],
      ['transfer', { department: (await buildDepartment(at.desk.dataSource)).slug }],
      ['close', { reason: 'Done.' }],
      ['assign', { officerId: at.staff.ana.id }],
    ] as const) {
      const refused = await at.asLead.send('POST', `/api/conversations/${at.id}/${verb}`, { version, ...more });
      expect([verb, refused]).toMatchObject([
        verb,
        { status: 409, body: { code: 'reply-waiting', current: { leavesAt: expect.any(String) } } },
      ]);
    }
    await at.desk.passTime(61 * SECOND);
    const closed = await at.asLead.send('POST', `/api/conversations/${at.id}/close`, {
      version: (await at.read()).version,
      reason: 'Done.',
    });
    expect(closed.status).toBe(200);
  });

  it('leaves although who sent it was deactivated in the meantime: they pressed send', async () => {
    const eve = await buildOfficer(at.desk.dataSource, { department: at.department, isAvailable: false });
    const asEve = await signIn(at.desk.api, eve.email);
    await at.asLead.send('POST', `/api/conversations/${at.id}/assign`, {
      version: (await at.read()).version,
      officerId: eve.id,
    });
    expect((await at.send({}, asEve)).status).toBe(201);
    await at.desk.dataSource.query('UPDATE officer SET is_active = false WHERE id = $1', [eve.id]);
    await at.desk.passTime(61 * SECOND);
    expect(await at.replies()).toMatchObject([{ state: 'sent', officerName: eve.name }]);
  });

  it('goes back to the queue when it is taken back and its officer may not answer any more', async () => {
    const eve = await buildOfficer(at.desk.dataSource, { department: at.department, isAvailable: false });
    const asEve = await signIn(at.desk.api, eve.email);
    await at.asLead.send('POST', `/api/conversations/${at.id}/assign`, {
      version: (await at.read()).version,
      officerId: eve.id,
    });
    const replyIds = [crypto.randomUUID(), crypto.randomUUID()];
    for (const replyId of replyIds) expect((await at.send({ replyId }, asEve)).status).toBe(201);
    await at.desk.dataSource.query('DELETE FROM role_grant WHERE officer_id = $1', [eve.id]);
    expect(await at.takeBack(replyIds[0] ?? '', at.asLead)).toMatchObject({ body: { status: 'assigned' } });
    const { body } = await at.takeBack(replyIds[1] ?? '', at.asLead);
    const { status, version, assignment } = await at.read();
    expect([body, { status, assignment }]).toMatchObject([
      { status: 'queued', version },
      { status: 'queued', assignment: null },
    ]);
    const released = (await at.history()).filter(({ type }) => type === 'conversation.released');
    expect(released).toMatchObject([{ detail: { fromOfficerId: eve.id, because: 'role-removed' } }]);
    const open: unknown[] = await at.desk.dataSource.query(
      'SELECT 1 FROM assignment WHERE conversation_id = $1 AND ended_at IS NULL',
      [at.id],
    );
    expect(open).toEqual([]);
  });

  it('goes out at once where the department waits for nothing', async () => {
    const setting = `/api/departments/${at.department.slug}/undo`;
    expect(await at.asAna.send('PUT', setting, { undoSeconds: 0 })).toMatchObject({ status: 403 });
    expect(await at.asLead.send('PUT', setting, { undoSeconds: 121 })).toMatchObject({ status: 422 });
    expect(await at.asLead.send('PUT', setting, { undoSeconds: 0 })).toMatchObject({ status: 200 });
    expect((await at.sent()).reply).toMatchObject({ state: 'sent', leavesInMs: null });
    expect(await at.read()).toMatchObject({ status: 'answered' });
    await at.asLead.send('PUT', setting, { undoSeconds: 60 });
    expect(await at.asAna.get(setting)).toMatchObject({ body: { undoSeconds: 60 } });
  });

  it('leaves in the order of sending', async () => {
    await at.sent({ body: 'The first thing.' });
    await at.undoSeconds(0);
    await at.sent({ body: 'The second thing.' });
    await at.undoSeconds(60);
    expect(await at.replies()).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }]);
    await at.desk.passTime(61 * SECOND);
    expect(await at.replies()).toMatchObject([
      { state: 'sent', body: 'The first thing.' },
      { state: 'sent', body: 'The second thing.' },
    ]);
  });
});
