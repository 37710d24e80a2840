import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConversationView, HistoryEntry } from '#contracts/conversations.http.js';
import type { InboxCounts, InboxPage } from '#contracts/inbox.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, postAccepted, signIn } from '../../../test/support/clients.js';
import type { TestDesk } from '../../../test/support/desk.js';
import { startStaffedDesk } from '../../../test/support/staffed-desk.js';

describe('the desk', () => {
  let desk: TestDesk;
  let department: Department;
  let other: Department;
  let bo: Officer;
  let asAna: OfficerClient;
  let asBo: OfficerClient;
  let asLead: OfficerClient;
  let key: string;
  let id: string;

  beforeAll(async () => {
    ({ desk, department, key, bo, asAna, asBo, asLead } = await startStaffedDesk());
    other = await buildDepartment(desk.dataSource);
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    ({ conversationId: id } = await postAccepted(desk.api, key, { department: department.slug }));
    await desk.drain();
  });

  const read = async (client = asAna) => (await client.get(`/api/conversations/${id}`)).body as ConversationView;
  const act = async (client: OfficerClient, verb: string, more: object = {}) => {
    const { version } = await read(asLead);
    return client.send('POST', `/api/conversations/${id}/${verb}`, { version, ...more });
  };

  it('lets one of two officers claim who press at the same moment', async () => {
    const { version } = await read();
    const answers = await Promise.all(
      [asAna, asBo].map((client) => client.send('POST', `/api/conversations/${id}/claim`, { version })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({
      code: 'already-claimed',
      current: { status: 'assigned', version: version + 1 },
    });
    expect((await read()).assignment?.reason).toMatchObject({ rule: 'claimed' });
  });

  it('answers a second press of the same officer with the same state', async () => {
    expect((await act(asAna, 'claim')).status).toBe(200);
    const { version } = await read();
    expect(await act(asAna, 'claim')).toMatchObject({ status: 200, body: { status: 'assigned', version } });
  });

  it('refuses an act on an old screen with what is true now', async () => {
    await act(asAna, 'claim');
    const stale = await asAna.send('POST', `/api/conversations/${id}/release`, { version: 1 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale-version', current: { status: 'assigned' } } });
  });

  it('releases into the queue, and lets a supervisor give it to somebody with the reason kept', async () => {
    await act(asAna, 'claim');
    expect(await act(asAna, 'release')).toMatchObject({ status: 200, body: { status: 'queued' } });
    expect((await act(asBo, 'assign', { officerId: bo.id })).status).toBe(403);
    expect((await act(asLead, 'assign', { officerId: bo.id })).status).toBe(200);
    const view = await read();
    expect(view.assignment).toMatchObject({ officer: { id: bo.id }, reason: { rule: 'by-hand' } });
    expect(view.assignment?.reason.byOfficerName).toBeDefined();
  });

  it('assigns only to officers of the department', async () => {
    const stranger = await buildOfficer(desk.dataSource, { department: other, isAvailable: false });
    const refused = await act(asLead, 'assign', { officerId: stranger.id });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'officerId' }] } });
  });

  it('transfers with the same reference and the whole history; the old department reads it no more', async () => {
    const { reference, waitingSince, answerDueAt } = await read();
    await act(asAna, 'claim');
    expect((await act(asAna, 'transfer', { department: other.slug, note: 'It is a road of theirs.' })).status).toBe(
      200,
    );
    expect((await asAna.get(`/api/conversations/${id}`)).status).toBe(404);
    const asThem = await signIn(
      desk.api,
      (await buildOfficer(desk.dataSource, { department: other, isAvailable: false })).email,
    );
    expect(await read(asThem)).toMatchObject({
      reference,
      waitingSince,
      answerDueAt,
      status: 'queued',
      department: { id: other.id },
    });
    const { items } = (await asThem.get(`/api/conversations/${id}/events`)).body as { items: HistoryEntry[] };
    expect(items.map((entry) => entry.type)).toEqual([
      'message.received',
      'message.cleared',
      'conversation.assigned',
      'conversation.transferred',
    ]);
    expect(items[3]?.detail).toMatchObject({ note: 'It is a road of theirs.', toDepartment: { en: other.nameEn } });
  });

  it('sends a reply once, however often it is sent', async () => {
    await act(asAna, 'claim');
    const { version } = await read();
    const reply = { version, replyId: crypto.randomUUID(), body: 'The lamp is repaired.' };
    const send = () => asAna.send('POST', `/api/conversations/${id}/replies`, reply);
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201]);
    expect((await read()).thread.filter((entry) => entry.kind === 'reply')).toHaveLength(1);
  });

  it('lets only its holder reply', async () => {
    await act(asAna, 'claim');
    const { version } = await read();
    const refused = await asBo.send('POST', `/api/conversations/${id}/replies`, {
      version,
      replyId: crypto.randomUUID(),
      body: 'Me too.',
    });
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('closes with a reason and opens again', async () => {
    expect((await act(asAna, 'close', {})).status).toBe(422);
    expect((await act(asAna, 'close', { reason: 'a \0 NUL' })).status).toBe(422);
    expect(await act(asAna, 'close', { reason: 'Said thanks.' })).toMatchObject({
      status: 200,
      body: { status: 'closed' },
    });
    expect((await act(asAna, 'claim')).status).toBe(409);
    expect((await act(asLead, 'reopen')).status).toBe(200);
    expect(await read()).toMatchObject({ status: 'queued', waitingSince: expect.any(String) });
  });

  it('shows to nobody outside, and answers a malformed id as not found', async () => {
    const elsewhere = await buildDepartment(desk.dataSource);
    const stranger = await signIn(desk.api, (await buildOfficer(desk.dataSource, { department: elsewhere })).email);
    expect((await stranger.get(`/api/conversations/${id}`)).status).toBe(404);
    expect((await stranger.send('POST', `/api/conversations/${id}/claim`, { version: 2 })).status).toBe(404);
    expect((await asAna.get('/api/conversations/1')).status).toBe(404);
    const { items } = (await stranger.get('/api/inbox?view=all')).body as InboxPage;
    expect(items).toEqual([]);
    expect((await stranger.get(`/api/inbox?department=${department.slug}`)).status).toBe(404);
  });

  it('pages through the inbox without losing or repeating a row, and counts what it shows', async () => {
    for (let n = 0; n < 7; n += 1) await postAccepted(desk.api, key, { department: department.slug });
    await desk.drain();
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const { body } = await asAna.get(`/api/inbox?view=queue&limit=3${query}`);
      const page = body as InboxPage;
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    const counts = (await asAna.get('/api/inbox/counts')).body as InboxCounts;
    expect(new Set(seen).size).toBe(seen.length);
    expect(counts.queue).toBe(seen.length);
    const forged = Buffer.from(JSON.stringify(['1', id])).toString('base64url');
    for (const query of [
      'cursor=nonsense',
      `cursor=${forged}`,
      'colour=red',
      'channel=%00',
      'answeredFrom=0000-01-01T00:00:00Z',
    ]) {
      expect([query, (await asAna.get(`/api/inbox?${query}`)).status]).toEqual([query, 422]);
    }
    expect((await asAna.get('/api/inbox?answeredFrom=2026-01-01T00:00:00%2B23:59&view=all')).status).toBe(200);
  });

  it('signs in with the right password only, and slows guessing down', async () => {
    const attempt = (password: string, email = bo.email) =>
      fetch(`${desk.api}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      });
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1) statuses.push((await attempt('wrong')).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses[10]).toBe(429);
    expect((await attempt('wrong', 'nobody@example.org')).status).toBe(401);
    const crossSite = await fetch(`${desk.api}/api/conversations/${id}/claim`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: asAna.cookie, origin: 'https://elsewhere.example' },
      body: JSON.stringify({ version: 2 }),
    });
    expect(crossSite.status).toBe(403);
  });
});
