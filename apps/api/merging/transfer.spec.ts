import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConversationView, HistoryEntry } from '#contracts/conversations.http.js';
import type { InboxPage } from '#contracts/inbox.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { MergingDesk } from '../../../test/support/merging.js';

const HOUR_MS = 3_600_000;
const NOTE = 'It is your road since May. The citizen called twice.';

describe('a conversation that goes to another department', () => {
  let desk: TestDesk;
  let there: Department;
  let asOfficer: OfficerClient;
  let asLead: OfficerClient;
  let asThem: OfficerClient;
  let at: MergingDesk;
  let id: string;

  beforeAll(async () => {
    desk = await startDesk();
    const here = await buildDepartment(desk.dataSource, { nameEn: 'Water' });
    there = await buildDepartment(desk.dataSource, { answerWithinHours: 24 });
    const { key } = await buildChannel(desk.dataSource);
    const officer = async (department: Department, roles: ('officer' | 'supervisor')[]) =>
      signIn(desk.api, (await buildOfficer(desk.dataSource, { department, roles, isAvailable: false })).email);
    [asOfficer, asLead, asThem] = [
      await officer(here, ['officer']),
      await officer(here, ['supervisor']),
      await officer(there, ['officer', 'supervisor']),
    ];
    at = new MergingDesk(desk, { key, department: here, lead: asLead });
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    id = await at.received();
  });

  const seen = async () => (await asThem.get(`/api/conversations/${id}`)).body as ConversationView;

  it('shows the note on top there until it is answered, and the promise is kept', async () => {
    const { answerDueAt, waitingSince } = await at.read(id);
    expect((await at.act(asOfficer, id, 'transfer', { department: there.slug, note: NOTE })).status).toBe(200);
    expect(await seen()).toMatchObject({
      answerDueAt,
      waitingSince,
      handover: { note: NOTE, isClockRestarted: false, fromDepartment: { en: 'Water' } },
    });
    const history = (await asThem.get(`/api/conversations/${id}/events`)).body as { items: HistoryEntry[] };
    expect(history.items.at(-1)).toMatchObject({ type: 'conversation.transferred', detail: { note: NOTE } });
    const { version } = await seen();
    await asThem.send('POST', `/api/conversations/${id}/claim`, { version });
    expect((await seen()).handover?.note).toBe(NOTE);
    const reply = { version: version + 1, replyId: crypto.randomUUID(), body: 'The road is ours; we come on Monday.' };
    expect((await asThem.send('POST', `/api/conversations/${id}/replies`, reply)).status).toBe(201);
    expect((await seen()).handover).toBeNull();
  });

  it('keeps the words of the note out of the record of events', async () => {
    await at.act(asOfficer, id, 'transfer', { department: there.slug, note: NOTE });
    const records: { payload: object }[] = await desk.dataSource.query(
      'SELECT payload FROM conversation_event WHERE conversation_id = $1',
      [id],
    );
    expect(JSON.stringify(records)).not.toContain('since May');
  });

  it('starts the promise again where a supervisor says why, and the waiting time runs on', async () => {
    const { waitingSince } = await at.read(id);
    desk.clock.advance(5 * HOUR_MS);
    const order = { department: there.slug, clock: 'restart', clockReason: 'It came to the wrong department.' };
    expect((await at.act(asOfficer, id, 'transfer', order)).status).toBe(403);
    expect((await at.act(asLead, id, 'transfer', { ...order, clockReason: undefined })).status).toBe(422);
    const before = desk.clock.now().getTime();
    expect((await at.act(asLead, id, 'transfer', order)).status).toBe(200);
    const view = await seen();
    expect(view.waitingSince).toBe(waitingSince);
    expect(Math.abs(Date.parse(view.answerDueAt ?? '') - before - 24 * HOUR_MS)).toBeLessThan(60_000);
    expect(view.handover).toMatchObject({ isClockRestarted: true, clockReason: order.clockReason });
    const { items } = (await asThem.get(`/api/conversations/${id}/events`)).body as { items: HistoryEntry[] };
    expect(items.at(-1)?.detail).toMatchObject({ clock: 'restart', clockReason: order.clockReason });
  });

  it('takes along what is merged into it, so that nobody is left with half of it', async () => {
    const merged = await at.received();
    await at.merge(asOfficer, merged, id);
    await at.act(asOfficer, id, 'transfer', { department: there.slug });
    expect((await asOfficer.get(`/api/conversations/${merged}`)).status).toBe(404);
    expect((await asThem.get(`/api/conversations/${merged}`)).body).toMatchObject({ mergedInto: { id } });
    expect((await seen()).thread).toHaveLength(2);
    const { version } = (await asThem.get(`/api/conversations/${merged}`)).body as ConversationView;
    const undone = await asThem.send('POST', `/api/conversations/${merged}/unmerge`, { version });
    expect(undone).toMatchObject({ status: 200, body: { conversation: { status: 'queued' } } });
    expect((await asThem.get(`/api/conversations/${merged}`)).body).toMatchObject({ department: { id: there.id } });
  });

  it('comes back whole when the bulk act that moved it is taken back: read and found here again, and not there', async () => {
    const merged = await at.received({ body: 'The sluicegate at the mill is stuck.' });
    await at.merge(asOfficer, merged, id);
    const { version } = await at.read(id);
    const bulkId = crypto.randomUUID();
    const order = { act: 'transfer', department: there.slug };
    const selection = { conversations: [{ id, version }] };
    const found = async (client: OfficerClient) => {
      const { items } = (await client.get('/api/inbox?view=all&q=sluicegate')).body as InboxPage;
      return items.map((row) => row.id);
    };
    expect((await asOfficer.send('POST', '/api/bulk', { id: bulkId, order, selection })).status).toBe(202);
    await desk.drain();
    expect([await found(asOfficer), await found(asThem)]).toEqual([[], [id]]);
    await asOfficer.send('POST', `/api/bulk/${bulkId}/undo`, { id: crypto.randomUUID() });
    await desk.drain();
    expect([await found(asOfficer), await found(asThem)]).toEqual([[id], []]);
    expect((await asThem.get(`/api/conversations/${merged}`)).status).toBe(404);
    expect((await asOfficer.get(`/api/conversations/${merged}`)).body).toMatchObject({ mergedInto: { id } });
  });
});
